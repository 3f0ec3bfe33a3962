import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { asProblem } from '../../problem/problem';
import { names } from '../names';
import { byFieldName, FormErrors } from './FormErrors';
import { FormSummary } from './FormSummary';
import styles from './Form.module.css';

export interface FormProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void | Promise<unknown>;
  /** What the last attempt failed with; its field errors appear at the fields of those names. */
  error?: unknown;
  /** The page's own sentence for this error, where it knows better than the general ones. */
  explain?: ((error: unknown) => string | undefined) | undefined;
  children: ReactNode;
  label?: string | undefined;
  id?: string | undefined;
  className?: string | undefined;
}

export function Form({ onSubmit, error, explain, children, label, id, className }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [known, setKnown] = useState<readonly string[]>([]);
  const errors = useMemo(() => byFieldName(asProblem(error)?.errors), [error]);

  const register = useCallback((name: string) => {
    const key = name.toLowerCase();
    setKnown(all => [...all, key]);
    return () => setKnown(all => without(all, key));
  }, []);

  useEffect(() => {
    if (!error) return;
    const root = form.current;
    const invalid = root?.querySelector<HTMLElement>('[aria-invalid="true"]:not([role="radiogroup"], fieldset)');
    (invalid ?? root?.querySelector<HTMLElement>('[data-form-summary]'))?.focus();
  }, [error]);

  const context = useMemo(() => ({ errors, register }), [errors, register]);
  const elsewhere = Object.entries(errors)
    .filter(([name]) => !known.includes(name))
    .flatMap(([, messages]) => messages);

  return (
    <FormErrors value={context}>
      <form
        ref={form}
        id={id}
        aria-label={label}
        className={names(styles.form, className)}
        onInput={tellRight}
        onSubmit={event => {
          event.preventDefault();
          void onSubmit(event);
        }}
      >
        {Boolean(error) && <FormSummary error={error} sentence={explain?.(error)} elsewhere={elsewhere} />}
        {children}
      </form>
    </FormErrors>
  );
}

/**
 * A complaint goes as soon as the field is right. Left to the browser it would go when one leaves the field, and what lies
 * below it would move away under the very press that sends the form. Asked once what was typed is drawn.
 */
function tellRight({ target }: FormEvent) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.getAttribute('aria-invalid') !== 'true') return;
  queueMicrotask(() => {
    if (target.getAttribute('aria-invalid') === 'true' && target.validity.valid) target.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

function without(all: readonly string[], key: string) {
  const at = all.indexOf(key);
  return all.filter((_, index) => index !== at);
}
