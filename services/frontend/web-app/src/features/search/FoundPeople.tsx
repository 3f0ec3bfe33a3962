import { Icon } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FoundPerson } from '../catalogue/model';
import styles from './FoundPeople.module.css';

export function FoundPeople({ people }: { people: readonly FoundPerson[] }) {
  const { t } = useTranslation('catalogue');
  return (
    <section aria-labelledby="found-people">
      <h2 id="found-people" className={styles.heading}>{t('search.people')}</h2>
      <ul className={styles.people}>
        {people.map(person => (
          <li key={person.personId}>
            <Link className={styles.person} to={`/people/${person.personId}`}>
              <Icon name="user" size="small" />
              <span dir="auto">{person.name}</span>
              <span className={styles.count}>{t('search.ofTitles', { count: person.titles })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
