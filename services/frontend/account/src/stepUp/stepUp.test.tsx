import { api, queryClient, unwrap } from '@streamix/api';
import { json, nothing, platform, problem, proofWanted, tokens } from '@streamix/api/testing';
import { Button } from '@streamix/ui';
import { fill, press, renderUi } from '@streamix/ui/testing';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import arabic from '../locales/ar/proof.json';
import english from '../locales/en/proof.json';
import { Passkey, stubPasskeys } from '../testing';
import { StepUpCancelled, useStepUp } from './useStepUp';

const act = 'DELETE /identity/totp';
const prove = 'POST /identity/step-up';
const factors = { email: 'ada@example.org', passwordChangedAt: null, totp: false, recoveryCodesLeft: 0, passkeys: 0 };
const { get } = stubPasskeys();
const stepped = () => json({ acr: 'aal1', accessExpiresAt: tokens().accessExpiresAt });

function Dangerous() {
  const stepUp = useStepUp();
  const [outcome, setOutcome] = useState('nothing yet');
  const doIt = () =>
    stepUp.run(() => unwrap(api.DELETE('/api/v1/identity/totp'))).then(
      () => setOutcome('done'),
      error => setOutcome(error instanceof StepUpCancelled ? 'cancelled' : 'failed'),
    );
  return (
    <>
      <Button onPress={() => void doIt()}>Do it</Button>
      <p>{outcome}</p>
      {stepUp.dialog}
    </>
  );
}

async function begin(language: 'en' | 'ar' = 'en') {
  await renderUi(<QueryClientProvider client={queryClient()}><Dangerous /></QueryClientProvider>, { language, words: { proof: language === 'ar' ? arabic : english } });
  press('Do it');
}

test('StepUp_NotWanted_AsksNothing', async () => {
  platform({ [act]: nothing() });
  await begin();
  expect(await screen.findByText('done')).toBeInTheDocument();
});

test('StepUp_PasswordProven_DoesItAgain', async () => {
  const gateway = platform({ [act]: [proofWanted(), nothing()], 'GET /identity/factors': json(factors), [prove]: stepped() });
  await begin();
  await screen.findByLabelText('Your password');
  fill('Your password', 'a house by the river');
  press('Confirm');
  expect(await screen.findByText('done')).toBeInTheDocument();
  expect(gateway.bodies(prove)).toEqual([{ password: 'a house by the river', transport: 'cookie' }]);
  expect(gateway.of(act)).toHaveLength(2);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('StepUp_WrongPassword_IsSaidAndMayBeTriedAgain', async () => {
  platform({
    [act]: [proofWanted(), nothing()],
    'GET /identity/factors': json(factors),
    [prove]: [problem(422, { errors: { password: ['is wrong or no longer valid'] } }), stepped()],
  });
  await begin();
  await screen.findByLabelText('Your password');
  fill('Your password', 'not it');
  press('Confirm');
  expect((await screen.findAllByText('That password is wrong.')).length).toBeGreaterThan(0);
  fill('Your password', 'a house by the river');
  press('Confirm');
  expect(await screen.findByText('done')).toBeInTheDocument();
});

test('StepUp_TwoSteps_AsksForACodeAndNeverThePassword', async () => {
  const gateway = platform({
    [act]: [proofWanted(), nothing()],
    'GET /identity/factors': json({ ...factors, totp: true, recoveryCodesLeft: 3 }),
    [prove]: stepped(),
  });
  await begin();
  await screen.findByLabelText('Code from your authenticator app');
  expect(screen.queryByLabelText('Your password')).toBeNull();
  press('Use a recovery code');
  fill('Recovery code', 'K7MX4-RW2HD');
  press('Confirm');
  expect(await screen.findByText('done')).toBeInTheDocument();
  expect(gateway.bodies(prove)).toEqual([{ recoveryCode: 'K7MX4-RW2HD', transport: 'cookie' }]);
});

test('StepUp_Closed_IsCancelledAndNothingIsDoneAgain', async () => {
  const gateway = platform({ [act]: proofWanted(), 'GET /identity/factors': json(factors) });
  await begin();
  await screen.findByLabelText('Your password');
  press('Close');
  expect(await screen.findByText('cancelled')).toBeInTheDocument();
  expect(gateway.of(act)).toHaveLength(1);
});

test('StepUp_AnotherProblem_IsThrownAsItIs', async () => {
  platform({ [act]: problem(409) });
  await begin();
  expect(await screen.findByText('failed')).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('StepUp_Passkey_ProvesWithoutTyping', async () => {
  const gateway = platform({
    [act]: [proofWanted(), nothing()],
    'GET /identity/factors': json({ ...factors, passkeys: 1 }),
    'POST /identity/step-up/passkey-options': { challenge: 'c1', options: { challenge: 'AQ' } },
    [prove]: stepped(),
  });
  await begin();
  await screen.findByRole('button', { name: 'Use a passkey' });
  press('Use a passkey');
  expect(await screen.findByText('done')).toBeInTheDocument();
  expect(gateway.bodies(prove)).toMatchObject([{ passkey: { challenge: 'c1', credential: { id: new Passkey().id } }, transport: 'cookie' }]);
});

test('StepUp_PasskeyNotGiven_IsSaidAndNothingIsProven', async () => {
  get.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const gateway = platform({
    [act]: proofWanted(),
    'GET /identity/factors': json({ ...factors, passkeys: 1 }),
    'POST /identity/step-up/passkey-options': { challenge: 'c1', options: { challenge: 'AQ' } },
  });
  await begin();
  await screen.findByRole('button', { name: 'Use a passkey' });
  press('Use a passkey');
  expect(await screen.findByText(english.passkey.cancelled)).toBeInTheDocument();
  expect(gateway.of(prove)).toEqual([]);
});

test('StepUp_InArabic_AsksInArabic', async () => {
  platform({ [act]: proofWanted(), 'GET /identity/factors': json(factors) });
  await begin('ar');
  expect(await screen.findByLabelText(arabic.stepUp.password)).toBeInTheDocument();
  expect(screen.getByRole('dialog', { name: arabic.stepUp.title })).toBeInTheDocument();
});
