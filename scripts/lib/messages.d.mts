export class Problem extends Error {
  constructor(ja: string, en: string, more?: { details?: string[]; code?: string; cause?: unknown });
  ja: string;
  en: string;
  details: string[];
  code: string | undefined;
}
export function say(ja: string, en: string): void;
export function sayPlain(text: string): void;
export function explain(error: unknown): void;
export function seconds(ms: number): string;
