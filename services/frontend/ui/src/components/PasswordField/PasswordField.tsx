import { useState } from 'react';
import { Button, Group, Input, TextField as AriaTextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { Icon } from '../Icon/Icon';
import { names } from '../names';
import type { TextFieldProps } from '../TextField/TextField';
import styles from '../fields/fields.module.css';

export type PasswordFieldProps = Omit<TextFieldProps, 'multiline' | 'rows' | 'type'>;

export function PasswordField(props: PasswordFieldProps) {
  const { label, description, error: ownError, placeholder, isLabelHidden, onChange, ...rest } = props;
  const { t } = useTranslation('ui');
  const [isShown, setShown] = useState(false);
  const { error, markEdited, validation } = useFieldState(rest.name, ownError);
  return (
    <AriaTextField
      {...rest}
      {...validation}
      type={isShown ? 'text' : 'password'}
      autoComplete={rest.autoComplete ?? 'current-password'}
      autoCorrect="off"
      spellCheck="false"
      className={names(styles.field)}
      onChange={value => {
        markEdited();
        onChange?.(value);
      }}
    >
      <FieldFrame label={label} description={description} error={error} isLabelHidden={isLabelHidden}>
        <Group className={names(styles.control, styles.group)}>
          <Input placeholder={placeholder} dir="ltr" autoCapitalize="none" />
          <Button
            aria-label={t(isShown ? 'hidePassword' : 'showPassword')}
            onPress={() => setShown(shown => !shown)}
          >
            <Icon name={isShown ? 'eye-off' : 'eye'} />
          </Button>
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
}
