import { Badge, Breadcrumbs, IconButton, Menu, Page } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { titleQuery, type Versioned } from './catalog';
import { badgeOf } from './kinds';
import { RemoveTitle } from './RemoveTitle';
import styles from './TitleHead.module.css';

/** What the title is and where it stands, above its parts. */
export function TitleHead({ title, children }: { title: Versioned; children: ReactNode }) {
  const { t } = useTranslation('titles');
  const { kind, state, parentId, seriesId, content } = title.file;
  const [isRemoving, setRemoving] = useState(false);
  const parent = useQuery({ ...titleQuery(parentId ?? ''), enabled: parentId !== null }).data?.file;
  const isBelowSeason = seriesId !== null && seriesId !== parentId;
  const series = useQuery({ ...titleQuery(seriesId ?? ''), enabled: isBelowSeason }).data?.file;

  return (
    <Page
      title={content.originalTitle}
      actions={(
        <Menu
          label={t('more')} trigger={<IconButton icon="more" label={t('more')} />} items={[{ id: 'remove', label: t('remove.action'), icon: 'trash', danger: true }]}
          onAction={() => setRemoving(true)}
        />
      )}
    >
      <div className={styles.line}>
        <Breadcrumbs items={[
          { label: t('titles'), to: '/titles' },
          ...(series ? [{ label: series.content.originalTitle, to: `/titles/${series.id}` }] : []),
          ...(parent ? [{ label: parent.content.originalTitle, to: `/titles/${parent.id}` }] : []),
          { label: content.originalTitle },
        ]} />
        <span className={styles.badges}>
          <Badge>{t(`kinds.${kind}`)}</Badge>
          <Badge kind={badgeOf(state)}>{t(`states.${state}`)}</Badge>
        </span>
      </div>
      {children}
      <RemoveTitle title={title} isOpen={isRemoving} onOpenChange={setRemoving} />
    </Page>
  );
}
