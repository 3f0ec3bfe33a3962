import { PasswordField } from '@streamix/ui';
import { longestPin, pinOf } from './pins';

interface PinInputProps {
  label: string;
  description?: string | undefined;
  value: string;
  onChange: (pin: string) => void;
  error?: string | undefined;
  isRequired?: boolean;
  autoFocus?: boolean;
}

/** Four to six digits, hidden. Not for password managers: it belongs to a profile, not to the account. */
export function PinInput({ onChange, isRequired = false, autoFocus = false, ...rest }: PinInputProps) {
  return (
    <PasswordField
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      maxLength={longestPin}
      isRequired={isRequired}
      autoFocus={autoFocus}
      onChange={typed => onChange(pinOf(typed))}
    />
  );
}
