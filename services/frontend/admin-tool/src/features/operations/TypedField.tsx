import { SearchField, TextField } from '@streamix/ui';
import { useTyped } from '../titles/useTyped';

interface TypedFieldProps {
  label: string;
  value: string;
  onSettle: (text: string) => void;
  isSearch?: boolean;
}

/** A filter of free text; it takes effect when one pauses. */
export function TypedField({ label, value, onSettle, isSearch }: TypedFieldProps) {
  const [text, setText] = useTyped(value, onSettle);
  return isSearch ? <SearchField label={label} value={text} onChange={setText} /> : <TextField label={label} value={text} onChange={setText} />;
}
