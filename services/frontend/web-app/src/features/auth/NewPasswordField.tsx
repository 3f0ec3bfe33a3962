import { PasswordField } from '@streamix/ui';
import { useTranslation } from 'react-i18next';
import styles from './NewPasswordField.module.css';
import { shortestPassword, strengthOf, longestPassword, type PasswordComplaint } from './password';

interface NewPasswordFieldProps {
  name?: string;
  label?: string;
  value: string;
  onChange: (password: string) => void;
  complaint: PasswordComplaint | null;
}

const strengths = ['none', 'weak', 'fair', 'good', 'strong'] as const;

/** A password to be: what is asked of it, and how hard it is to guess. */
export function NewPasswordField({ name = 'password', label, value, onChange, complaint }: NewPasswordFieldProps) {
  const { t } = useTranslation('auth');
  const strength = strengthOf(value);
  return (
    <div className={styles.field}>
      <PasswordField
        label={label ?? t('password.label')}
        description={t('password.rules', { shortest: shortestPassword })}
        name={name}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={complaint ? t(`password.complaint.${complaint}`, { shortest: shortestPassword, longest: longestPassword }) : undefined}
        isRequired
      />
      <div className={styles.strength} data-strength={strength}>
        <span className={styles.bar} aria-hidden="true" />
        <span aria-live="polite">{t(`password.strength.${strengths[strength] ?? 'none'}`)}</span>
      </div>
    </div>
  );
}
