import { Button, Form, Notice, TextField } from '@streamix/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AuthPage.module.css';
import { resetTokenOf } from './resets';

interface ResetLinkFormProps {
  isOver: boolean;
  onToken: (token: string) => void;
}

/** For whoever cannot open the link of the mail here, but can copy it. */
export function ResetLinkForm({ isOver, onToken }: ResetLinkFormProps) {
  const { t } = useTranslation('auth');
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = () => {
    const token = resetTokenOf(text);
    setWrong(token === null);
    if (token !== null) onToken(token);
  };

  return (
    <Form className={styles.form} label={t('reset.title')} onSubmit={submit}>
      {isOver && <Notice kind="warning">{t('reset.over')}</Notice>}
      <TextField
        label={t('reset.link')}
        description={t('reset.linkHint')}
        value={text}
        onChange={value => {
          setText(value);
          setWrong(false);
        }}
        error={isWrong ? t('reset.linkWrong') : undefined}
        isRequired
      />
      <Button type="submit" variant="primary" isWide>
        {t('continue')}
      </Button>
    </Form>
  );
}
