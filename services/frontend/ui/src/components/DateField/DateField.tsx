import { parseDate } from '@internationalized/date';
import { DateField as AriaDateField, DateInput, DateSegment, I18nProvider, useLocale, type DateFieldProps as AriaDateFieldProps, type DateValue } from 'react-aria-components';
import { regional } from '../../i18n/regional';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { names } from '../names';
import fields from '../fields/fields.module.css';
import styles from './DateField.module.css';

export interface DateFieldProps
  extends Pick<AriaDateFieldProps<DateValue>, 'name' | 'isRequired' | 'isDisabled' | 'isReadOnly' | 'autoFocus'> {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  /** A day as `2026-03-31`, or null for none. */
  value: string | null;
  onChange: (value: string | null) => void;
  min?: string | undefined;
  max?: string | undefined;
}

export function DateField({ label, description, error: ownError, value, onChange, min, max, ...rest }: DateFieldProps) {
  const { locale } = useLocale();
  const { error, markEdited, validation } = useFieldState(rest.name, ownError);
  return (
    <I18nProvider locale={regional(locale)}>
      <AriaDateField<DateValue>
        {...rest}
        {...validation}
        {...(min ? { minValue: parseDate(min) } : {})}
        {...(max ? { maxValue: parseDate(max) } : {})}
        granularity="day"
        value={value ? parseDate(value.slice(0, 10)) : null}
        className={names(fields.field)}
        onChange={day => {
          markEdited();
          onChange(day ? day.toString().slice(0, 10) : null);
        }}
      >
        <FieldFrame label={label} description={description} error={error}>
          <DateInput className={names(fields.control, styles.input)}>
            {segment => <DateSegment segment={segment} className={names(styles.segment)} />}
          </DateInput>
        </FieldFrame>
      </AriaDateField>
    </I18nProvider>
  );
}
