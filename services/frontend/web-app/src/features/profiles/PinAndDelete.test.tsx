import { nothing, platform, problem, proofWanted } from '@streamix/api/testing';
import { fill, press } from '@streamix/ui/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { place } from '../auth/testing/renderPage';
import { edit, proof, proveIt, stored } from './editing.fixture';
import { byron, child, profile } from './profiles.fixture';

describe('PIN and end', () => {
  const setPin = (id: string) => `PUT /profiles/${id}/pin`;

  test('Pin_FirstOne_TakesAProof', async () => {
    const one = profile();
    const gateway = platform({ ...stored(one), ...proof, [setPin(one.id)]: [proofWanted(), nothing()] });
    await edit(one);
    fill('New PIN', '2580');
    fill('New PIN once more', '2581');
    press('Set the PIN');
    expect(await screen.findByText('The two PINs differ.')).toBeInTheDocument();
    fill('New PIN once more', '2580');
    press('Set the PIN');
    await proveIt();
    expect(await screen.findByText('The PIN is set.')).toBeInTheDocument();
    expect(gateway.bodies(setPin(one.id))).toEqual([{ pin: '2580' }, { pin: '2580' }]);
  });

  test('Pin_Removed_WithTheOldOne', async () => {
    const remove = `DELETE /profiles/${byron.id}/pin`;
    const gateway = platform({ ...stored(byron), [remove]: [problem(403, { code: 'pin-wrong', attemptsLeft: 1 }), nothing()] });
    await edit(byron);
    fill('Present PIN', '1111');
    press('Remove the PIN');
    expect((await screen.findAllByText(/Tries left before a break: 1/)).length).toBeGreaterThan(0);
    fill('Present PIN', '2580');
    press('Remove the PIN');
    expect(await screen.findByText('The PIN is removed.')).toBeInTheDocument();
    expect(gateway.of(remove).map(({ headers }) => headers.get('Profile-Pin'))).toEqual(['1111', '2580']);
  });

  test('Delete_Confirmed_TakesTheProof', async () => {
    const remove = `DELETE /profiles/${child.id}`;
    const gateway = platform({ ...stored(child), ...proof, [remove]: [proofWanted(), nothing()] });
    await edit(child);
    press('Delete profile');
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete Allegra?' });
    expect(gateway.of(remove)).toEqual([]);
    fireEvent.click([...dialog.querySelectorAll('button')].find(button => button.textContent === 'Delete profile')!);
    await proveIt();
    await waitFor(() => expect(place()).toBe('/profiles/manage'));
    expect(gateway.of(remove)).toHaveLength(2);
  });

  test('Delete_LastProfile_StaysAndSaysSo', async () => {
    const one = profile();
    platform({ ...stored(one), [`DELETE /profiles/${one.id}`]: problem(409, { code: 'last-profile' }) });
    await edit(one);
    press('Delete profile');
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete Ada?' });
    fireEvent.click([...dialog.querySelectorAll('button')].find(button => button.textContent === 'Delete profile')!);
    expect(await screen.findByText(/This is the last profile/)).toBeInTheDocument();
    expect(place()).toBe(`/profiles/${one.id}`);
  });
});
