import { Input, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { names } from '../names';
import fields from '../fields/fields.module.css';
import styles from './CodeField.module.css';

export interface CodeFieldProps extends Pick<AriaTextFieldProps, 'autoFocus' | 'isDisabled' | 'isRequired' | 'name' | 'id'> {
  label: string;
  length: number;
  value: string;
  onChange: (value: string) => void;
  /** Called once all characters are there. */
  onComplete?: ((value: string) => void) | undefined;
  error?: string | undefined;
  description?: string | undefined;
  /** Codes of letters and digits, as devices show them. */
  isAlphanumeric?: boolean | undefined;
  isSecret?: boolean | undefined;
}

/** One input, so that pasting, filling in from a message and screen readers all work. */
export function CodeField(props: CodeFieldProps) {
  const { label, length, value, onChange, onComplete, error: ownError, description, isAlphanumeric, isSecret, ...rest } = props;
  const { error, markEdited, validation } = useFieldState(rest.name, ownError);

  const change = (typed: string) => {
    const code = clean(typed, isAlphanumeric).slice(0, length);
    if (code === value) return;
    markEdited();
    onChange(code);
    if (code.length === length) onComplete?.(code);
  };

  return (
    <AriaTextField
      {...rest}
      {...validation}
      value={value}
      onChange={change}
      minLength={length}
      type={isSecret ? 'password' : 'text'}
      inputMode={isAlphanumeric ? 'text' : 'numeric'}
      autoComplete={isSecret ? 'off' : 'one-time-code'}
      spellCheck="false"
      className={names(fields.field)}
    >
      <FieldFrame label={label} description={description} error={error}>
        <Input
          className={names(fields.control, styles.code, isAlphanumeric && styles.upper)}
          dir="ltr"
          size={length}
          data-length={length}
        />
      </FieldFrame>
    </AriaTextField>
  );
}

/* Arabic keyboards type Arabic digits; the server wants the Latin ones. */
function clean(typed: string, isAlphanumeric = false) {
  const latin = typed.replace(/[٠-٩۰-۹]/g, digit => String((digit.codePointAt(0) ?? 0) & 0xf));
  return isAlphanumeric ? latin.replace(/[^0-9a-z]/gi, '').toUpperCase() : latin.replace(/\D/g, '');
}
