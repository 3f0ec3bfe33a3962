import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon/Icon';
import { complaintOf } from './complaint';
import styles from './fields.module.css';

interface FieldFrameProps {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
  isLabelHidden?: boolean | undefined;
}

/** Label above, explanation and error below: the same for every field. */
export function FieldFrame({ label, description, error, children, isLabelHidden }: FieldFrameProps) {
  const { t } = useTranslation('ui');
  return (
    <>
      <Label className={isLabelHidden ? styles.unseen : styles.label}>{label}</Label>
      {children}
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error}>
        {({ validationDetails, validationErrors }) => (
          <>
            <Icon name="warning" size="small" />
            <span>{error ?? complaintOf(validationDetails, t) ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  );
}
