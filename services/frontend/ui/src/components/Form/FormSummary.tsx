import { useTranslation } from 'react-i18next';
import { asProblem, troubleOf } from '../../problem/problem';
import { Icon } from '../Icon/Icon';
import styles from './Form.module.css';

interface FormSummaryProps {
  error: unknown;
  sentence: string | undefined;
  elsewhere: readonly string[];
}

export function FormSummary({ error, sentence, elsewhere }: FormSummaryProps) {
  const { t } = useTranslation('ui');
  const problem = asProblem(error);
  const trouble = troubleOf(error);
  const hasFields = Object.keys(problem?.errors ?? {}).length > 0;
  const spoken = trouble === 'refused' || trouble === 'conflict' ? (problem?.detail ?? problem?.title) : undefined;
  const general = hasFields ? t('checkFields') : (spoken ?? t(`errors.${trouble}.body`));

  return (
    <div role="alert" tabIndex={-1} data-form-summary className={styles.summary}>
      <Icon name="warning" />
      <div>
        <p>{sentence ?? general}</p>
        {elsewhere.length > 0 && (
          <ul>
            {elsewhere.map(message => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
