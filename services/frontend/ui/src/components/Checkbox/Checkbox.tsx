import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { Icon } from '../Icon/Icon';
import { names } from '../names';
import { useFieldState } from '../fields/useFieldState';
import fields from '../fields/fields.module.css';
import styles from './Checkbox.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style' | 'value' | 'onChange'> {
  children: ReactNode;
  value?: boolean | undefined;
  onChange?: ((isSelected: boolean) => void) | undefined;
  error?: string | undefined;
}

export function Checkbox({ children, value, onChange, error: ownError, ...rest }: CheckboxProps) {
  const { error, markEdited, validation } = useFieldState(rest.name, ownError);
  return (
    <div className={fields.field}>
      <AriaCheckbox
        {...rest}
        {...validation}
        {...(value === undefined ? {} : { isSelected: value })}
        className={names(styles.checkbox)}
        onChange={isSelected => {
          markEdited();
          onChange?.(isSelected);
        }}
      >
        {({ isIndeterminate }) => (
          <>
            <span className={styles.box}>
              <Icon name={isIndeterminate ? 'minus' : 'check'} size="small" />
            </span>
            <span>{children}</span>
          </>
        )}
      </AriaCheckbox>
      {error && (
        <p className={fields.error} role="alert">
          <Icon name="warning" size="small" />
          {error}
        </p>
      )}
    </div>
  );
}
