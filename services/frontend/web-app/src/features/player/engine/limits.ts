import type { Schemas } from '@streamix/api';

/** What the profile would rather not exceed while the quality chooses itself. */
export interface Limits {
  /** Lines of the smaller side; null: as many as there are. */
  readonly lines: number | null;
  /** Begins low instead of guessing. */
  readonly saves: boolean;
}

export const noLimits: Limits = { lines: null, saves: false };

type Wish = Pick<Schemas['UsersProfile.ProfilePreferences'], 'quality' | 'dataSaver'>;

/** As much as is known of the connection; most browsers know nothing. */
export interface Connection {
  readonly type?: string;
  readonly saveData?: boolean;
}

// As the tiers of the platform have them; who saves data gets the lowest tier.
const sd = 576;
const linesOf = { auto: null, sd, hd: 1080, uhd: null } as const;

export function limitsOf({ quality = 'auto', dataSaver = 'off' }: Wish, connection: Connection | undefined): Limits {
  const costly = connection?.type === 'cellular' || connection?.saveData === true;
  const saves = dataSaver === 'always' || (dataSaver === 'mobile' && costly);
  return { lines: saves ? sd : linesOf[quality], saves };
}

export function connectionHere(): Connection | undefined {
  const connection: unknown = Reflect.get(navigator, 'connection');
  if (typeof connection !== 'object' || connection === null) return undefined;
  const [type, saveData]: unknown[] = [Reflect.get(connection, 'type'), Reflect.get(connection, 'saveData')];
  return { ...typeof type === 'string' && { type }, saveData: saveData === true };
}
