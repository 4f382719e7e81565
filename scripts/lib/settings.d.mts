export interface Settings {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  demo: 'on' | 'off';
  address: string;
}
export function readSettings(env: Record<string, string | undefined>): Settings;
export function requireFreePort(settings: Settings, options: { grace: number }): Promise<void>;
export function requireReachable(url: string | undefined, name: string): Promise<void>;
