import { CodeField, type CodeFieldProps } from '../CodeField/CodeField';

export interface PinFieldProps extends Omit<CodeFieldProps, 'length' | 'isAlphanumeric' | 'isSecret'> {
  length?: number | undefined;
}

export function PinField({ length = 4, ...rest }: PinFieldProps) {
  return <CodeField {...rest} length={length} isSecret />;
}
