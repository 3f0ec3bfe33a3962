const place = 'streamix.device';
const longest = 100;

/** Stable on this browser, so that a crashed tab's stream makes room for the next one. */
export function deviceId(storage: Pick<Storage, 'getItem' | 'setItem'>): string {
  try {
    const known = storage.getItem(place);
    if (known && known.length <= longest) return known;
    const made = crypto.randomUUID();
    storage.setItem(place, made);
    return made;
  } catch {
    return crypto.randomUUID();
  }
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/CrOS/, 'ChromeOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
];

/** As people call it: what other devices show when too many play. */
export function deviceName(agent: string): string {
  const [browser, system] = [browsers, systems].map(names => names.find(([pattern]) => pattern.test(agent))?.[1]);
  if (browser && system) return `${browser} · ${system}`;
  return browser ?? system ?? 'Web browser';
}
