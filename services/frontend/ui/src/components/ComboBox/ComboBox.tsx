import { useEffect, useState, type ReactNode } from 'react';
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../fields/FieldFrame';
import { useFieldState } from '../fields/useFieldState';
import { Icon } from '../Icon/Icon';
import { names } from '../names';
import fields from '../fields/fields.module.css';
import lists from '../fields/lists.module.css';

export interface ComboBoxItem {
  id: string;
  label: string;
  detail?: ReactNode;
}

export interface ComboBoxProps<Item extends ComboBoxItem = ComboBoxItem> {
  label: string;
  items: readonly Item[];
  inputValue: string;
  onInputChange: (value: string) => void;
  onSelect: (item: Item) => void;
  isLoading?: boolean | undefined;
  description?: string | undefined;
  error?: string | undefined;
  placeholder?: string | undefined;
  name?: string | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  allowsCustomValue?: boolean | undefined;
}

/** The caller filters: `items` are what fits `inputValue`, from memory or from a server. */
export function ComboBox<Item extends ComboBoxItem = ComboBoxItem>(props: ComboBoxProps<Item>) {
  const { label, items, inputValue, onInputChange, onSelect, isLoading, description, placeholder } = props;
  const { t } = useTranslation('ui');
  const { error, markEdited, validation } = useFieldState(props.name, props.error);
  // React Aria closes its list when the value changes; ours is forgotten as soon as the text is another one.
  const [chosen, setChosen] = useState<Item | null>(null);
  useEffect(() => {
    if (chosen && inputValue !== chosen.label) setChosen(null);
  }, [chosen, inputValue]);

  return (
    <AriaComboBox
      {...validation}
      items={items}
      inputValue={inputValue}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      allowsCustomValue={props.allowsCustomValue ?? true}
      allowsEmptyCollection
      menuTrigger="input"
      value={chosen?.id ?? null}
      className={names(fields.field)}
      onInputChange={value => {
        markEdited();
        onInputChange(value);
      }}
      onChange={key => {
        const item = items.find(candidate => candidate.id === key);
        if (!item) return;
        setChosen(item);
        onSelect(item);
      }}
    >
      <FieldFrame label={label} description={description} error={error}>
        <Group className={names(fields.control, fields.group)}>
          <Input placeholder={placeholder} className={names(fields.words)} />
          <Button>
            <Icon name="chevron-down" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={names(lists.popover)} offset={4}>
        <ListBox
          className={names(lists.list)}
          items={items}
          renderEmptyState={() => <div className={lists.nothing}>{t(isLoading ? 'loading' : 'noMatches')}</div>}
        >
          {(item: Item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={names(lists.item)}>
              <span>{item.label}</span>
              {item.detail}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
