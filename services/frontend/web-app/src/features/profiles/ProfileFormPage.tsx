import { ErrorState, LinkButton, Page, Skeleton, SkeletonGroup } from '@streamix/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { profilesQuery } from './current';
import { DeleteSection } from './DeleteSection';
import { formOf, usual } from './draft';
import { PinSection } from './PinSection';
import { ProfileForm } from './ProfileForm';
import styles from './ProfileForm.module.css';
import { readForEditing } from './saveProfile';

export function Component() {
  const { id } = useParams();
  return id === undefined ? <NewProfile /> : <EditedProfile key={id} id={id} />;
}

function NewProfile() {
  const { t } = useTranslation('profiles');
  const navigate = useNavigate();
  return (
    <Page title={t('form.new')} width="narrow">
      <ProfileForm initial={usual} onSaved={() => void navigate('/profiles')} />
    </Page>
  );
}

function EditedProfile({ id }: { id: string }) {
  const { t } = useTranslation('profiles');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const read = useQuery({
    queryKey: [...profilesQuery.queryKey, id, 'editing'],
    queryFn: ({ signal }) => readForEditing(id, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const readAgain = () => queries.invalidateQueries(profilesQuery);

  return (
    <Page
      title={t('form.edit')}
      width="narrow"
      actions={<LinkButton to="/profiles/manage">{t('form.back')}</LinkButton>}
    >
      {read.isPending && (
        <SkeletonGroup className={styles.fields ?? ''}>
          <Skeleton height="8rem" />
          <Skeleton height="4rem" />
          <Skeleton height="4rem" />
          <Skeleton height="12rem" />
        </SkeletonGroup>
      )}
      {read.isError && !read.data && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && (
        <div className={styles.sections}>
          <ProfileForm
            edited={read.data}
            initial={formOf(read.data.profile, read.data.preferences)}
            onSaved={() => void navigate('/profiles/manage')}
          />
          <PinSection profile={read.data.profile} onChanged={readAgain} />
          <DeleteSection profile={read.data.profile} onDeleted={() => void navigate('/profiles/manage', { replace: true })} />
        </div>
      )}
    </Page>
  );
}
