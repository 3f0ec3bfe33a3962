import { Button, Card, Form, TextField } from '@streamix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../operations/Loaded';
import styles from '../operations/operations.module.css';
import { choiceQuery } from './queries';

/** Which edges a package would come from now, and why. */
export function ChoiceCard() {
  const { t } = useTranslation('operations');
  const [asset, setAsset] = useState('');
  const [country, setCountry] = useState('');
  const [asked, setAsked] = useState({ asset: '', country: '' });
  const choice = useQuery(choiceQuery(asked.asset, asked.country));
  return (
    <Card title={t('choice')}>
      <div className={styles.stack}>
        <Form onSubmit={() => setAsked({ asset: asset.trim(), country: country.trim().toUpperCase() })} label={t('choice')}>
          <TextField label={t('assetId')} value={asset} onChange={setAsset} isRequired />
          <TextField label={t('countryCode')} value={country} onChange={setCountry} maxLength={2} />
          <Button type="submit" isDisabled={!asset.trim()} isPending={choice.isFetching}>{t('explain')}</Button>
        </Form>
        {asked.asset && (
          <Loaded query={choice} height="8rem" level={3}>
            {({ edges, because }) => (
              <>
                {edges.length === 0 ? <p className={styles.warning}>{t('noChoice')}</p> : <ol>{edges.map(edge => <li key={edge}><bdi>{edge}</bdi></li>)}</ol>}
                <ul className={styles.list}>{because.map(reason => <li key={reason} className={styles.note}><bdi>{reason}</bdi></li>)}</ul>
              </>
            )}
          </Loaded>
        )}
      </div>
    </Card>
  );
}
