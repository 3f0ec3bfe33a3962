import { useState } from 'react';
import { Button as AriaButton, DropZone, FileTrigger, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon/Icon';
import { names } from '../names';
import { accepts } from './accepts';
import styles from './FileDrop.module.css';

export interface FileDropProps {
  label: string;
  onFiles: (files: File[]) => void;
  /** MIME types, `image/*` or endings such as `.srt`. */
  accept?: readonly string[] | undefined;
  isMultiple?: boolean | undefined;
  isDisabled?: boolean | undefined;
  description?: string | undefined;
  error?: string | undefined;
}

export function FileDrop({ label, onFiles, accept = [], isMultiple = false, isDisabled = false, description, error }: FileDropProps) {
  const { t } = useTranslation('ui');
  const [isRefused, setRefused] = useState(false);

  const take = (files: File[]) => {
    const fitting = files.filter(file => accepts(accept, file)).slice(0, isMultiple ? files.length : 1);
    setRefused(fitting.length === 0 && files.length > 0);
    if (fitting.length > 0) onFiles(fitting);
  };
  const complaint = error ?? (isRefused ? t('wrongForm') : undefined);

  return (
    <DropZone
      isDisabled={isDisabled}
      className={names(styles.zone)}
      onDrop={event => {
        const files = event.items.filter(item => item.kind === 'file').map(item => item.getFile());
        void Promise.all(files).then(take);
      }}
    >
      <Icon name="upload" size="large" />
      <Text slot="label" className={names(styles.label)}>
        {label}
      </Text>
      <div className={styles.choice}>
        <span>{t(isMultiple ? 'dropFiles' : 'dropFile')}</span>
        <FileTrigger
          acceptedFileTypes={accept}
          allowsMultiple={isMultiple}
          onSelect={files => take(files ? [...files] : [])}
        >
          <AriaButton isDisabled={isDisabled} className={names(styles.button)}>
            {t(isMultiple ? 'chooseFiles' : 'chooseFile')}
          </AriaButton>
        </FileTrigger>
      </div>
      {description && <p className={styles.description}>{description}</p>}
      <p role="alert" className={styles.error}>
        {complaint}
      </p>
    </DropZone>
  );
}
