import { useTranslation } from 'react-i18next';
import { asProblem, troubleOf } from '../../problem/problem';
import { useServerWords } from '../../problem/useServerWords';
import { Icon } from '../Icon/Icon';
import styles from './Form.module.css';

interface FormSummaryProps {
  error: unknown;
  sentence: string | undefined;
  elsewhere: readonly string[];
}

export function FormSummary({ error, sentence, elsewhere }: FormSummaryProps) {
  const { t } = useTranslation('ui');
  const said = useServerWords();
  const problem = asProblem(error);
  const trouble = troubleOf(error);
  const spoken = trouble === 'refused' || trouble === 'conflict' ? said(problem?.detail || problem?.title) : undefined;
  const listed = elsewhere.filter(message => said(message));
  const hasAtFields = Object.values(problem?.errors ?? {}).flat().length > elsewhere.length;
  const general = hasAtFields || listed.length > 0 ? t('checkFields') : (spoken ?? t(`errors.${trouble}.body`));

  return (
    <div role="alert" tabIndex={-1} data-form-summary className={styles.summary}>
      <Icon name="warning" />
      <div>
        <p>{sentence ?? general}</p>
        {listed.length > 0 && (
          <ul>
            {listed.map(message => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
