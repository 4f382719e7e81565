/** What the doctor found, before anybody judges it. Null: not used here, or not to be found out. */
export interface Facts {
  readonly node: { readonly version: string; readonly major: number };
  /** What is wrong with the settings, in their own words; null when nothing is. */
  readonly settings: string | null;
  readonly built: readonly { readonly file: string; readonly there: boolean }[];
  readonly port: { readonly number: number; readonly state: 'free' | 'ours' | 'taken' | 'forbidden' };
  readonly folders: readonly Folder[];
  readonly secretKey: 'setting' | 'file' | 'open-file' | 'none';
  /** Real people work here: no demo. */
  readonly inEarnest: boolean;
  readonly mail: { readonly reachable: boolean; readonly host: string } | null;
  readonly database: DatabaseFacts | null;
  readonly redis: RedisFacts | null;
  readonly backups: { readonly folder: string; readonly newestHours: number | null } | null;
}

export interface Folder {
  readonly use: 'run' | 'files';
  readonly path: string;
  readonly writable: boolean;
  readonly freeMb: number | null;
}

export interface DatabaseFacts {
  /** Such as ECONNREFUSED; null when it answered. */
  readonly away: string | null;
  /** The server that `npm start` brings along. */
  readonly bundled: boolean;
  /** As `server_version_num`. */
  readonly version: number;
  readonly encoding: string;
  /** Whether its locale knows that あ is a letter: the search box rests on that. */
  readonly knowsLetters: boolean;
  /** The operating system sorts otherwise than when the indexes were built. */
  readonly collationMoved: boolean;
  readonly extension: boolean;
  readonly user: { readonly superuser: boolean; readonly owner: boolean; readonly mayAct: boolean };
  readonly pending: number;
  /** Seconds that its clock is ahead of this machine's. */
  readonly skew: number;
  readonly lagSeconds: number;
  readonly dead: number;
  readonly lateSchedules: readonly string[];
  readonly workers: number;
}

export interface RedisFacts {
  readonly away: string | null;
  readonly version: string;
  readonly policy: string;
  readonly persistent: boolean;
}
