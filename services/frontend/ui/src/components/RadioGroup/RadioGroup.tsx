import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { names } from '../names';
import fields from '../fields/fields.module.css';
import styles from './RadioGroup.module.css';

export interface RadioOption<Id extends string = string> {
  id: Id;
  label: string;
  description?: string | undefined;
}

export interface RadioGroupProps<Id extends string = string> {
  label: string;
  options: readonly RadioOption<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  description?: string | undefined;
  error?: string | undefined;
  name?: string | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  orientation?: 'vertical' | 'horizontal' | undefined;
}

export function RadioGroup<Id extends string = string>(props: RadioGroupProps<Id>) {
  const { label, options, value, onChange, description, name, orientation = 'vertical' } = props;
  const { error, markEdited, validation } = useFieldState(name, props.error);
  return (
    <AriaRadioGroup
      {...validation}
      {...(name ? { name } : {})}
      value={value}
      orientation={orientation}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      className={names(fields.field)}
      onChange={chosen => {
        const option = options.find(candidate => candidate.id === chosen);
        markEdited();
        if (option) onChange(option.id);
      }}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={names(styles.options, styles[orientation])}>
          {options.map(option => (
            <Radio key={option.id} value={option.id} className={names(styles.radio)}>
              <span className={styles.dot} />
              <span className={styles.words}>
                <span>{option.label}</span>
                {option.description && <span className={styles.description}>{option.description}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}
