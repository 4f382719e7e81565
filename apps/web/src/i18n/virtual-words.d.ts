/** Made by apps/web/words-needed.ts. */
declare module 'virtual:words' {
  /** The sections that the first screen needs. */
  export const first: readonly string[];
  /** How to get each section in each language. */
  export const words: Readonly<Record<'ja' | 'en', Readonly<Record<string, () => Promise<unknown>>>>>;
}
