import { useFormat } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import { factsOfCard } from '../catalogue/facts';
import type { PersonData, Part } from '../catalogue/model';
import { TitleCard } from '../catalogue/TitleCard';
import { TitleGrid } from '../catalogue/TitleGrid';
import styles from './Filmography.module.css';

export function Filmography({ person }: { person: PersonData }) {
  const { t, i18n } = useTranslation('catalogue');
  return (
    <section className={styles.films} aria-labelledby="films">
      <h2 id="films">{t('person.films')}</h2>
      {person.titles.length === 0 ? <p>{t('person.noFilms')}</p> : (
        <TitleGrid label={t('person.films')}>
          {person.titles.map(part => <li key={part.title.id}><PartCard part={part} language={i18n.language} /></li>)}
        </TitleGrid>
      )}
    </section>
  );
}

function PartCard({ part, language }: { part: Part; language: string }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const roles = part.roles.map(({ department, character }) => character ?? t(`department.${department}`));
  return <TitleCard title={factsOfCard(part.title, language)} detail={format.list([...new Set(roles)])} />;
}
