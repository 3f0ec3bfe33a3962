import { api, unwrap, unwrapWithETag, type Schemas } from '@streamix/api';

export type Profile = Schemas['UsersProfile.ProfileView'];
export type ProfileDraft = Schemas['UsersProfile.ProfileDraft'];
export type Preferences = Schemas['UsersProfile.ProfilePreferences'];
export type BuiltInAvatar = Schemas['UsersProfile.BuiltInAvatarView'];

/** As many as an account may ever have. */
const all = 50;

export async function listProfiles(signal?: AbortSignal): Promise<Profile[]> {
  const page = await unwrap(api.GET('/api/v1/profiles', { params: { query: { limit: all } }, ...(signal ? { signal } : {}) }));
  return page.items;
}

export function createProfile(draft: ProfileDraft, key: string): Promise<Profile> {
  return unwrap(api.POST('/api/v1/profiles', { params: { header: { 'Idempotency-Key': key } }, body: draft }));
}

export async function readProfile(id: string, signal?: AbortSignal) {
  const { data, etag } = await unwrapWithETag(api.GET('/api/v1/profiles/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }));
  return { profile: data, etag: etag ?? '' };
}

export async function changeProfile(id: string, draft: ProfileDraft, etag: string, pin?: string) {
  const header = { 'If-Match': etag, ...pinHeader(pin) };
  const changed = await unwrapWithETag(api.PUT('/api/v1/profiles/{id}', { params: { path: { id }, header }, body: draft }));
  return { profile: changed.data, etag: changed.etag ?? '' };
}

export async function arrangeProfiles(profiles: string[]): Promise<void> {
  await unwrap(api.PUT('/api/v1/profiles/order', { body: { profiles } }));
}

export async function deleteProfile(id: string, pin?: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/profiles/{id}', { params: { path: { id }, header: pinHeader(pin) } }));
}

/** Preferences and profile have one version. */
export async function readPreferences(id: string, signal?: AbortSignal) {
  const read = await unwrapWithETag(api.GET('/api/v1/profiles/{id}/preferences', { params: { path: { id } }, ...(signal ? { signal } : {}) }));
  return { preferences: read.data, etag: read.etag ?? '' };
}

export function replacePreferences(id: string, preferences: Preferences, etag: string): Promise<Preferences> {
  return unwrap(api.PUT('/api/v1/profiles/{id}/preferences', { params: { path: { id }, header: { 'If-Match': etag } }, body: preferences }));
}

export async function setPin(id: string, next: string, present?: string): Promise<void> {
  await unwrap(api.PUT('/api/v1/profiles/{id}/pin', { params: { path: { id }, header: pinHeader(present) }, body: { pin: next } }));
}

export async function removePin(id: string, present?: string): Promise<void> {
  await unwrap(api.DELETE('/api/v1/profiles/{id}/pin', { params: { path: { id }, header: pinHeader(present) } }));
}

export function enterProfile(profileId: string, pin?: string) {
  return unwrap(api.PUT('/api/v1/session/profile', { body: { profileId, ...(pin === undefined ? {} : { pin }) } }));
}

function pinHeader(pin: string | undefined) {
  return pin === undefined ? {} : { 'Profile-Pin': pin };
}
