import { use, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerWords } from '../../problem/useServerWords';
import { FormErrors } from '../Form/FormErrors';

export interface FieldWords {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  name?: string | undefined;
}

/** The error to show: the page's own, or what the server said of this name until the answer changes. */
export function useFieldState(name: string | undefined, ownError: string | undefined) {
  const form = use(FormErrors);
  const { t } = useTranslation('ui');
  const said = useServerWords();
  const [edited, setEdited] = useState<unknown>(null);
  const { register, errors } = form;

  useEffect(() => (name ? register(name) : undefined), [name, register]);

  const served = name && edited !== errors ? errors[name.toLowerCase()] : undefined;
  const error = ownError || (served && said(served.join(' '), t('notAccepted')));
  return {
    error,
    markEdited: () => setEdited(errors),
    /* A browser's own check must not hold back a form because of an error only a new answer can clear. */
    validation: error
      ? { isInvalid: true, validationBehavior: 'aria' as const }
      : { validationBehavior: 'native' as const },
  };
}
