import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Input, TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { names } from '../names';
import styles from '../fields/fields.module.css';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validationBehavior' | 'autoComplete'> {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  placeholder?: string | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  autoCapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  multiline?: boolean | undefined;
  rows?: number | undefined;
  isLabelHidden?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, description, error: ownError, placeholder, multiline, rows = 4, isLabelHidden, autoCapitalize, onChange, ...rest } = props;
  const isAddress = addresses.has(rest.type);
  const { error, markEdited, validation } = useFieldState(rest.name, ownError);
  return (
    <AriaTextField
      {...rest}
      {...validation}
      autoComplete={rest.autoComplete ?? 'off'}
      className={names(styles.field)}
      onChange={value => {
        markEdited();
        onChange?.(value);
      }}
    >
      <FieldFrame label={label} description={description} error={error} isLabelHidden={isLabelHidden}>
        {multiline ? (
          <TextArea className={names(styles.control, styles.words)} rows={rows} placeholder={placeholder} />
        ) : (
          <Input
            className={names(styles.control, !isAddress && styles.words)}
            placeholder={placeholder}
            autoCapitalize={isAddress ? 'none' : autoCapitalize}
            dir={isAddress ? 'ltr' : undefined}
          />
        )}
      </FieldFrame>
    </AriaTextField>
  );
}

/* Addresses read left to right in every language; other words take their own direction. */
const addresses: ReadonlySet<string | undefined> = new Set(['email', 'url', 'tel']);
