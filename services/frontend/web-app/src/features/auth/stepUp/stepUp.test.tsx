import { api, unwrap } from '@streamix/api';
import { Button } from '@streamix/ui';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { edge, json, nothing, problem, proofWanted, tokens } from '../testing/edge';
import { fill, press } from '../testing/hands';
import { renderPage } from '../testing/renderPage';
import { StepUpCancelled, useStepUp } from './index';

const act = 'DELETE /identity/totp';
const prove = 'POST /identity/step-up';
const factors = { email: 'ada@example.org', passwordChangedAt: null, totp: false, recoveryCodesLeft: 0, passkeys: 0 };
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

async function begin() {
  await renderPage(<Dangerous />, '/x');
  press('Do it');
}

test('StepUp_NotWanted_AsksNothing', async () => {
  edge({ [act]: nothing() });
  await begin();
  expect(await screen.findByText('done')).toBeInTheDocument();
});

test('StepUp_PasswordProven_DoesItAgain', async () => {
  const platform = edge({ [act]: [proofWanted(), nothing()], 'GET /identity/factors': json(factors), [prove]: stepped() });
  await begin();
  await screen.findByLabelText('Your password');
  fill('Your password', 'a house by the river');
  press('Confirm');
  expect(await screen.findByText('done')).toBeInTheDocument();
  expect(platform.bodies(prove)).toEqual([{ password: 'a house by the river', transport: 'cookie' }]);
  expect(platform.of(act)).toHaveLength(2);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('StepUp_WrongPassword_IsSaidAndMayBeTriedAgain', async () => {
  edge({
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
  const platform = edge({
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
  expect(platform.bodies(prove)).toEqual([{ recoveryCode: 'K7MX4-RW2HD', transport: 'cookie' }]);
});

test('StepUp_Closed_IsCancelledAndNothingIsDoneAgain', async () => {
  const platform = edge({ [act]: proofWanted(), 'GET /identity/factors': json(factors) });
  await begin();
  await screen.findByLabelText('Your password');
  press('Close');
  expect(await screen.findByText('cancelled')).toBeInTheDocument();
  expect(platform.of(act)).toHaveLength(1);
});

test('StepUp_AnotherProblem_IsThrownAsItIs', async () => {
  edge({ [act]: problem(409) });
  await begin();
  expect(await screen.findByText('failed')).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).toBeNull();
});
