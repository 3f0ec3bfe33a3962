import { createContext } from 'react';

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export interface FormErrorsState {
  errors: FieldErrors;
  register: (name: string) => () => void;
}

export const noErrors: FieldErrors = {};

export const FormErrors = createContext<FormErrorsState>({
  errors: noErrors,
  register: () => () => undefined,
});

/** Servers write `Email`, `$.email` or `email`; fields are called `email`. */
export function byFieldName(errors: Record<string, string[]> | undefined): FieldErrors {
  if (!errors) return noErrors;
  return Object.fromEntries(
    Object.entries(errors).map(([name, messages]) => [name.replace(/^\$\./, '').toLowerCase(), messages]),
  );
}
