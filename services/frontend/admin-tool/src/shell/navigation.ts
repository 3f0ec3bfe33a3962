import type { IconName } from '@streamix/ui';
import { catalogue, help, mayAny, operation, staff, type Role } from './roles';

export interface Entry {
  to: string;
  label: string;
  icon: IconName;
  roles: readonly Role[];
}

export interface Section {
  label: string;
  entries: Entry[];
}

const sections: Section[] = [
  { label: 'navigation.start', entries: [{ to: '/', label: 'navigation.overview', icon: 'home', roles: staff }] },
  {
    label: 'navigation.catalogue',
    entries: [
      { to: '/titles', label: 'navigation.titles', icon: 'film', roles: catalogue },
      { to: '/people', label: 'navigation.people', icon: 'star', roles: catalogue },
      { to: '/uploads', label: 'navigation.uploads', icon: 'upload', roles: catalogue },
      { to: '/transcoding', label: 'navigation.transcoding', icon: 'settings', roles: catalogue },
    ],
  },
  {
    label: 'navigation.accounts',
    entries: [
      { to: '/users', label: 'navigation.users', icon: 'people', roles: help },
      { to: '/sessions', label: 'navigation.sessions', icon: 'device', roles: help },
      { to: '/audit', label: 'navigation.audit', icon: 'history', roles: help },
    ],
  },
  {
    label: 'navigation.platform',
    entries: [
      { to: '/dead-letters', label: 'navigation.deadLetters', icon: 'bell', roles: operation },
      { to: '/search-index', label: 'navigation.searchIndex', icon: 'search', roles: operation },
      { to: '/edges', label: 'navigation.edges', icon: 'globe', roles: operation },
      { to: '/health', label: 'navigation.health', icon: 'info', roles: operation },
    ],
  },
];

/** Only what somebody with these roles may open. */
export function navigationFor(mine: readonly string[]): Section[] {
  return sections
    .map(section => ({ ...section, entries: section.entries.filter(entry => mayAny(mine, entry.roles)) }))
    .filter(section => section.entries.length > 0);
}
