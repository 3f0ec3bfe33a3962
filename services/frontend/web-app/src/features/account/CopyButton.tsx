import { Button, Icon, toast } from '@streamix/ui';
import { useTranslation } from 'react-i18next';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('account');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('copied'), { kind: 'success' });
    } catch {
      toast(t('notCopied'), { kind: 'warning' });
    }
  };
  return (
    <Button icon={<Icon name="copy" />} onPress={() => void copy()}>
      {label}
    </Button>
  );
}
