import type { Client } from 'pg';

export function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T>;
export function inDatabase(url: string, name: string): string;
export function ensureDatabase(url: string, name: string): Promise<string>;
