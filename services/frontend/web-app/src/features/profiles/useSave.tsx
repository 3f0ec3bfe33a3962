import { StepUpCancelled, useStepUp } from '@streamix/account';
import { newIdempotencyKey } from '@streamix/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { chosenProfile } from './chosen';
import { profilesQuery } from './current';
import { draftOf, type ProfileForm } from './draft';
import { useLook } from './look';
import { PinCancelled } from './pins';
import { readProfile, type Profile } from './profilesApi';
import { addProfile, saveProfile, type ProfileWish } from './saveProfile';
import { usePinGuard } from './usePinGuard';

/** Saves the form, with whatever proof the service wants for it. */
export function useSave(edited: { profile: Profile; etag: string } | undefined, onSaved: (profile: Profile) => void) {
  const queries = useQueryClient();
  const applyLook = useLook();
  const stepUp = useStepUp();
  const pins = usePinGuard(edited?.profile.name ?? '');
  const created = useRef<string | null>(null);
  const keyFor = useKey();

  const send = async (wish: ProfileWish, pin?: string) => {
    if (edited) return saveProfile(edited.profile.id, edited.etag, wish, pin);
    // Made already by an earlier attempt that failed at the picture, say: then it is changed.
    if (created.current !== null) return saveProfile(created.current, (await readProfile(created.current)).etag, wish, pin);
    return addProfile(wish, keyFor(wish), id => {
      created.current = id;
    });
  };

  const save = useMutation({
    mutationFn: async (form: ProfileForm) => {
      const wish = { draft: draftOf(form), preferences: form.preferences, avatar: form.avatar };
      return unlessCancelled(() => pins.run(pin => stepUp.run(() => send(wish, pin))));
    },
    onSuccess: async profile => {
      if (profile === null) return;
      if (profile.id === chosenProfile()) await applyLook(profile);
      await queries.invalidateQueries(profilesQuery);
      onSaved(profile);
    },
    onError: () => queries.invalidateQueries(profilesQuery),
  });
  return {
    save,
    dialogs: (
      <>
        {stepUp.dialog}
        {pins.dialog}
      </>
    ),
  };
}

/** Null when the proof was not given: then nothing has happened, and nothing is said. */
export async function unlessCancelled<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof StepUpCancelled || error instanceof PinCancelled) return null;
    throw error;
  }
}

/** The same key for the same profile to be, so that a repeat after a lost answer makes no second one. */
function useKey() {
  const last = useRef({ text: '', key: '' });
  return (wish: ProfileWish) => {
    const text = JSON.stringify(wish.draft);
    if (last.current.text !== text) last.current = { text, key: newIdempotencyKey() };
    return last.current.key;
  };
}
