import type { Preferences, Profile, ProfileDraft } from './profilesApi';
import type { AvatarWish } from './saveProfile';

export const longestName = 30;
export const mostForKids = 12;
const ages = [0, 6, 9, 12, 14, 16, 18];

/** What the form holds. */
export interface ProfileForm {
  name: string;
  kids: boolean;
  maturity: number;
  /** Null: the account's. */
  language: string | null;
  preferences: Preferences;
  avatar?: AvatarWish | undefined;
}

export const usual: ProfileForm = {
  name: '',
  kids: false,
  maturity: 18,
  language: null,
  preferences: { autoplayNext: true, autoplayPreviews: true, theme: 'system', reducedMotion: false },
};

export function formOf(profile: Profile, preferences: Preferences): ProfileForm {
  const { name, kids, maturity, language, followsAccount } = profile;
  return { name, kids, maturity, language: followsAccount ? null : language, preferences };
}

export function draftOf(form: ProfileForm): ProfileDraft {
  const { name, kids, maturity, language } = form;
  return { name: name.trim(), kids, maturity, language };
}

/** A child's profile is never allowed more than the service allows children. */
export function withKids(form: ProfileForm, kids: boolean): ProfileForm {
  return { ...form, kids, maturity: kids ? Math.min(form.maturity, mostForKids) : form.maturity };
}

export function agesFor(kids: boolean, chosen: number): number[] {
  const open = ages.filter(age => !kids || age <= mostForKids);
  return open.includes(chosen) ? open : [...open, chosen].sort((a, b) => a - b);
}
