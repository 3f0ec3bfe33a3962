import type { Profile } from './profilesApi';

export function profile(part: Partial<Profile> = {}): Profile {
  return {
    id: '0199b0a5-7e7d-7c1f-8c52-000000000001',
    name: 'Ada',
    kids: false,
    maturity: 18,
    hasPin: false,
    language: 'en',
    followsAccount: true,
    isDefault: true,
    avatar: { builtIn: 'petals-coral', images: [{ size: 64, url: '/api/v1/profiles/avatars/petals-coral/64' }, { size: 320, url: '/api/v1/profiles/avatars/petals-coral/320' }] },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    ...part,
  };
}

export const byron = profile({ id: '0199b0a5-7e7d-7c1f-8c52-000000000002', name: 'Byron', hasPin: true, isDefault: false });
export const child = profile({ id: '0199b0a5-7e7d-7c1f-8c52-000000000003', name: 'Allegra', kids: true, maturity: 6, isDefault: false });

export const page = (...items: Profile[]) => ({ items, next: null });
export const usualPreferences = { autoplayNext: true, autoplayPreviews: true, theme: 'dark', reducedMotion: true, captions: { mode: 'always', language: 'en', style: { size: 150 } } };
