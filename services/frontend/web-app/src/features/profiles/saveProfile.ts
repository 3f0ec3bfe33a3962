import { wearBuiltIn, wearPicture } from './avatarsApi';
import {
  changeProfile,
  createProfile,
  readPreferences,
  readProfile,
  replacePreferences,
  type Preferences,
  type Profile,
  type ProfileDraft,
} from './profilesApi';

/** The picture that is to be worn; absent: the one that is. */
export type AvatarWish = { kind: 'built-in'; name: string } | { kind: 'picture'; file: File };

export interface ProfileWish {
  draft: ProfileDraft;
  preferences: Preferences;
  avatar?: AvatarWish | undefined;
}

/** The picture goes last: it changes the profile's version. */
export async function saveProfile(id: string, etag: string, wish: ProfileWish, pin?: string): Promise<Profile> {
  const changed = await changeProfile(id, wish.draft, etag, pin);
  await replacePreferences(id, wish.preferences, changed.etag);
  return wish.avatar ? wear(id, wish.avatar) : changed.profile;
}

export async function addProfile(wish: ProfileWish, key: string, onCreated: (id: string) => void): Promise<Profile> {
  const profile = await createProfile(wish.draft, key);
  onCreated(profile.id);
  const { etag } = await readPreferences(profile.id);
  await replacePreferences(profile.id, wish.preferences, etag);
  return wish.avatar ? wear(profile.id, wish.avatar) : profile;
}

/** What a profile is, to be edited. */
export async function readForEditing(id: string, signal?: AbortSignal) {
  const [{ profile, etag }, { preferences }] = await Promise.all([readProfile(id, signal), readPreferences(id, signal)]);
  return { profile, etag, preferences };
}

function wear(id: string, wish: AvatarWish): Promise<Profile> {
  return wish.kind === 'built-in' ? wearBuiltIn(id, wish.name) : wearPicture(id, wish.file);
}
