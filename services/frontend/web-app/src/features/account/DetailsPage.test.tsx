import { json, platform, problem } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { account } from '../auth/testing/answers';
import { renderPage } from '../auth/testing/renderPage';
import { Component as DetailsPage } from './DetailsPage';

const save = 'PUT /account/details';
const addresses = 'GET /account/addresses';
const home = {
  id: '0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b77', label: 'Home', recipient: 'Ada Lovelace', line1: "12 St James's Square", line2: null, city: 'London', region: null,
  postalCode: 'SW1Y 4LB', country: 'GB', isDefault: true, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z',
};
const read = { 'GET /account': json(account, 200, { ETag: '"7"' }), [addresses]: json({ items: [home], next: null }) };

/** Two forms have a button of this name: the first one is of the personal details. */
async function saveDetails() {
  await screen.findByDisplayValue('Ada');
  const [first] = screen.getAllByRole('button', { name: 'Save' });
  first?.click();
}

test('Details_Saved_NamesTheVersionThatWasRead', async () => {
  const gateway = platform({ ...read, [save]: json({ ...account, displayName: 'Countess' }, 200, { ETag: '"8"' }) });
  await renderPage(<DetailsPage />, '/account');
  await screen.findByDisplayValue('Ada');
  fill('Name shown', 'Countess');
  fill('Phone', '+44 20 7123 4567');
  screen.getAllByRole('button', { name: 'Save' })[0]?.click();
  expect(await screen.findByText('Saved.')).toBeInTheDocument();
  expect(gateway.bodies(save)).toEqual([{ displayName: 'Countess', givenName: null, familyName: null, birthDate: null, phone: '+442071234567' }]);
  expect(gateway.of(save)[0]?.headers.get('If-Match')).toBe('"7"');
});

test('Details_ChangedElsewhere_OverwritesNothingAndLoadsWhatThereIs', async () => {
  const gateway = platform({
    ...read,
    'GET /account': [json(account, 200, { ETag: '"7"' }), json({ ...account, displayName: 'Augusta' }, 200, { ETag: '"8"' })],
    [save]: problem(412),
  });
  await renderPage(<DetailsPage />, '/account');
  await saveDetails();
  expect(await screen.findByText(/changed somewhere else meanwhile/)).toBeInTheDocument();
  press('Load what there is now');
  expect(await screen.findByDisplayValue('Augusta')).toBeInTheDocument();
  expect(gateway.of(save)).toHaveLength(1);
});

test('Details_PhoneRefused_IsSaidAtTheField', async () => {
  platform({ ...read, [save]: problem(422, { errors: { phone: ['is no number'] } }) });
  await renderPage(<DetailsPage />, '/account');
  await screen.findByDisplayValue('Ada');
  fill('Phone', '12');
  screen.getAllByRole('button', { name: 'Save' })[0]?.click();
  expect(await screen.findByText(/This is no phone number/)).toBeInTheDocument();
  expect(screen.getByLabelText('Phone')).toHaveAttribute('aria-invalid', 'true');
});

test('Details_NotThere_MayBeTriedAgain', async () => {
  platform({ ...read, 'GET /account': [problem(500), json(account, 200, { ETag: '"7"' })] });
  await renderPage(<DetailsPage />, '/account');
  await screen.findByRole('button', { name: 'Try again' });
  press('Try again');
  expect(await screen.findByDisplayValue('Ada')).toBeInTheDocument();
});

test('Address_Added_IsSentAndListed', async () => {
  const add = 'POST /account/addresses';
  const gateway = platform({ ...read, [addresses]: [json({ items: [], next: null }), json({ items: [home], next: null })], [add]: json({ id: home.id, isDefault: true }, 201) });
  await renderPage(<DetailsPage />, '/account');
  await screen.findByText('No address yet');
  press('Add an address');
  await screen.findByLabelText('Recipient');
  fill('Name of this address', 'Home');
  fill('Recipient', 'Ada Lovelace');
  fill('Street and number', "12 St James's Square");
  fill('Town or city', 'London');
  screen.getAllByRole('button', { name: 'Save' }).at(-1)?.click();
  expect(await screen.findByText(/Ada Lovelace, 12 St James's Square/)).toBeInTheDocument();
  expect(gateway.bodies(add)).toEqual([
    { label: 'Home', recipient: 'Ada Lovelace', line1: "12 St James's Square", line2: null, postalCode: null, city: 'London', region: null, country: 'GB' },
  ]);
  expect(gateway.of(add)[0]?.headers.get('Idempotency-Key')).toBeTruthy();
});

test('Address_WithoutThePostalCodeOfItsCountry_SaysSoAtTheField', async () => {
  const add = 'POST /account/addresses';
  platform({ ...read, [add]: [problem(422, { errors: { postalCode: ['is required in this country'] } }), problem(422, { errors: { postalCode: ['is not a postal code of this country'] } })] });
  await renderPage(<DetailsPage />, '/account');
  await screen.findByRole('button', { name: 'Add an address' });
  press('Add an address');
  await screen.findByLabelText('Recipient');
  fill('Name of this address', 'Home');
  fill('Recipient', 'Ada Lovelace');
  fill('Street and number', "12 St James's Square");
  fill('Town or city', 'London');
  const send = () => screen.getAllByRole('button', { name: 'Save' }).at(-1)?.click();
  send();
  expect(await screen.findByText('Fill in the postal code: this country has them.')).toBeInTheDocument();
  fill('Postal code', '12');
  expect(screen.queryByText('Fill in the postal code: this country has them.')).toBeNull();
  send();
  expect(await screen.findByText('This is not a postal code of the country you chose.')).toBeInTheDocument();
  expect(screen.getByLabelText('Postal code')).toHaveFocus();
});

test('Address_ChangedElsewhere_IsNotOverwritten', async () => {
  const one = `/account/addresses/${home.id}`;
  const gateway = platform({ ...read, [`GET ${one}`]: json({ ...home, updatedAt: '2026-02-02T00:00:00Z' }, 200, { ETag: '"2"' }) });
  await renderPage(<DetailsPage />, '/account');
  await screen.findByText(/Ada Lovelace/);
  press('Edit Home');
  await screen.findByLabelText('Recipient');
  screen.getAllByRole('button', { name: 'Save' }).at(-1)?.click();
  expect(await screen.findByText(/This address was changed somewhere else/)).toBeInTheDocument();
  await waitFor(() => expect(gateway.of(`PUT ${one}`)).toEqual([]));
});
