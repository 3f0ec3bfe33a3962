import { Button, Group, Input, SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon/Icon';
import { names } from '../names';
import fields from '../fields/fields.module.css';
import styles from './SearchField.module.css';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  label: string;
  placeholder?: string | undefined;
}

export function SearchField({ label, placeholder, ...rest }: SearchFieldProps) {
  const { t } = useTranslation('ui');
  return (
    <AriaSearchField {...rest} aria-label={label} className={names(fields.field, styles.search)}>
      <Group className={names(fields.control, fields.group, styles.bar)}>
        <Icon name="search" />
        <Input placeholder={placeholder ?? label} className={names(fields.words)} />
        <Button aria-label={t('clear')}>
          <Icon name="close" />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
