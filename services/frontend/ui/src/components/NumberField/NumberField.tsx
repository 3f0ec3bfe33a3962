import { Button, Group, Input, NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { Icon } from '../Icon/Icon';
import { names } from '../names';
import styles from '../fields/fields.module.css';
import own from './NumberField.module.css';

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validationBehavior' | 'value' | 'onChange'> {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  value?: number | null | undefined;
  /** An emptied field gives null. */
  onChange?: ((value: number | null) => void) | undefined;
}

export function NumberField({ label, description, error: ownError, value, onChange, ...rest }: NumberFieldProps) {
  const { t } = useTranslation('ui');
  const { error, markEdited, validation } = useFieldState(rest.name, ownError);
  return (
    <AriaNumberField
      {...rest}
      {...validation}
      {...(value === undefined ? {} : { value: value ?? Number.NaN })}
      className={names(styles.field)}
      onChange={next => {
        markEdited();
        onChange?.(Number.isNaN(next) ? null : next);
      }}
    >
      <FieldFrame label={label} description={description} error={error}>
        <Group className={names(styles.control, styles.group, own.group)}>
          <Button slot="decrement" aria-label={t('decrease')}>
            <Icon name="minus" />
          </Button>
          <Input />
          <Button slot="increment" aria-label={t('increase')}>
            <Icon name="plus" />
          </Button>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
