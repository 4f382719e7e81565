import type { Problem } from './messages.mjs';

export interface Package {
  version?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
}
export function ensureInstalled(): Promise<boolean>;
export function sameTree(wanted: Record<string, Package>, present: Record<string, Package>): boolean;
export function installProblem(output: string): Problem;
