import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { Icon } from '../Icon/Icon';
import { names } from '../names';
import fields from '../fields/fields.module.css';
import lists from '../fields/lists.module.css';
import styles from './Select.module.css';

export interface SelectOption<Id extends string = string> {
  id: Id;
  label: string;
}

export interface SelectProps<Id extends string = string> {
  label: string;
  options: readonly SelectOption<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  description?: string | undefined;
  error?: string | undefined;
  placeholder?: string | undefined;
  name?: string | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  isLabelHidden?: boolean | undefined;
}

export function Select<Id extends string = string>(props: SelectProps<Id>) {
  const { label, options, value, onChange, description, placeholder, name } = props;
  const { t } = useTranslation('ui');
  const { error, markEdited, validation } = useFieldState(name, props.error);
  return (
    <AriaSelect
      {...validation}
      {...(name ? { name } : {})}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      placeholder={placeholder ?? t('choose')}
      value={value}
      className={names(fields.field)}
      onChange={key => {
        const chosen = options.find(option => option.id === key);
        markEdited();
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldFrame label={label} description={description} error={error} isLabelHidden={props.isLabelHidden}>
        <Button className={names(fields.control, styles.button)}>
          <SelectValue className={names(styles.value)} />
          <Icon name="chevron-down" />
        </Button>
      </FieldFrame>
      <Popover className={names(lists.popover)} offset={4}>
        <ListBox className={names(lists.list)} items={options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.label} className={names(lists.item)}>
              {({ isSelected }) => (
                <>
                  <span>{option.label}</span>
                  {isSelected && <Icon name="check" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
