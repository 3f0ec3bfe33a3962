import { Avatar, Badge, Card, EmptyState, ErrorState, Icon, IconButton, LinkButton, Page, Skeleton, SkeletonGroup, toast } from '@streamix/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { avatarSource } from './avatarsApi';
import { profilesQuery, useProfiles, type Profile } from './current';
import styles from './ManageProfiles.module.css';
import { arrangeProfiles } from './profilesApi';

export function Component() {
  const { t } = useTranslation('profiles');
  const profiles = useProfiles();
  return (
    <Page
      title={t('manage.title')}
      width="medium"
      actions={
        <>
          <LinkButton to="/profiles">{t('manage.done')}</LinkButton>
          <LinkButton variant="primary" icon={<Icon name="plus" />} to="/profiles/new">
            {t('pick.add')}
          </LinkButton>
        </>
      }
    >
      {profiles.isPending && (
        <SkeletonGroup className={styles.list ?? ''}>
          <Skeleton height="6rem" />
          <Skeleton height="6rem" />
        </SkeletonGroup>
      )}
      {profiles.isError && <ErrorState error={profiles.error} onRetry={() => void profiles.refetch()} />}
      {profiles.data?.length === 0 && <EmptyState icon="people" title={t('pick.none')} body={t('pick.noneBody')} />}
      {profiles.data && profiles.data.length > 0 && <Arranged profiles={profiles.data} />}
    </Page>
  );
}

function Arranged({ profiles }: { profiles: readonly Profile[] }) {
  const { t } = useTranslation('profiles');
  const queries = useQueryClient();
  const arrange = useMutation({
    mutationFn: (order: Profile[]) => arrangeProfiles(order.map(({ id }) => id)),
    onMutate: order => queries.setQueryData(profilesQuery.queryKey, order),
    onError: () => toast(t('manage.notMoved'), { kind: 'danger' }),
    onSettled: () => queries.invalidateQueries(profilesQuery),
  });
  const move = (from: number, to: number) => {
    const order = [...profiles];
    const [moved] = order.splice(from, 1);
    if (moved) arrange.mutate([...order.slice(0, to), moved, ...order.slice(to)]);
  };

  return (
    <ul className={styles.list}>
      {profiles.map((profile, at) => (
        <Card as="li" key={profile.id}>
          <div className={styles.row}>
            <Avatar isDecorative name={profile.name} src={avatarSource(profile.avatar.images, 64)} size="large" />
            <div className={styles.words}>
              <bdi className={styles.name}>{profile.name}</bdi>
              <span className={styles.marks}>
                {profile.kids && <Badge kind="info">{t('kids')}</Badge>}
                {profile.hasPin && <Badge>{t('manage.hasPin')}</Badge>}
                <span>{t(`maturity.${profile.maturity >= 18 ? 'all' : 'upTo'}`, { age: profile.maturity })}</span>
              </span>
            </div>
            <div className={styles.actions}>
              <IconButton icon="chevron-up" label={t('manage.earlier', { name: profile.name })} isDisabled={at === 0 || arrange.isPending} onPress={() => move(at, at - 1)} />
              <IconButton icon="chevron-down" label={t('manage.later', { name: profile.name })} isDisabled={at === profiles.length - 1 || arrange.isPending} onPress={() => move(at, at + 1)} />
              <LinkButton to={`/profiles/${profile.id}`} icon={<Icon name="edit" />} aria-label={t('manage.editOf', { name: profile.name })}>
                {t('manage.edit')}
              </LinkButton>
            </div>
          </div>
        </Card>
      ))}
    </ul>
  );
}
