import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Credit, TitleData } from '../catalogue/model';
import { byDepartment } from './departments';
import styles from './People.module.css';

export function People({ page }: { page: TitleData }) {
  const { t } = useTranslation('catalogue');
  return (
    <>
      {page.cast.length > 0 && (
        <section className={styles.people} aria-labelledby="cast">
          <h2 id="cast">{t('title.cast')}</h2>
          <ul className={styles.cast}>{page.cast.map(credit => <CastMember key={`${credit.personId} ${credit.character}`} credit={credit} />)}</ul>
        </section>
      )}
      {page.crew.length > 0 && (
        <section className={styles.people} aria-labelledby="crew">
          <h2 id="crew">{t('title.crew')}</h2>
          <dl className={styles.crew}>
            {byDepartment(page.crew).map(({ department, credits }) => (
              <div key={department}>
                <dt>{t(`department.${department}`)}</dt>
                {credits.map(credit => <dd key={credit.personId}><Name credit={credit} /></dd>)}
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function CastMember({ credit }: { credit: Credit }) {
  const { t } = useTranslation('catalogue');
  return (
    <li>
      <Name credit={credit} />
      {credit.character && <span className={styles.character} dir="auto">{t('title.as', { character: credit.character })}</span>}
    </li>
  );
}

function Name({ credit }: { credit: Credit }) {
  return <Link className={styles.name} to={`/people/${credit.personId}`} dir="auto">{credit.name}</Link>;
}
