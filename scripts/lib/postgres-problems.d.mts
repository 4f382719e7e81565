import type { Problem } from './messages.mjs';

export function classify(output: string): 'disk' | 'permission' | 'memory' | 'locale' | 'broken' | 'other';
export function postgresProblem(output: string, place: { dataDir: string }): Problem;
