import { registerEnumType } from '@nestjs/graphql';

/** Registers a list of words as a GraphQL enum: the same words in TypeScript, SQL and GraphQL. */
export function enumOf<Word extends string>(
  name: string,
  words: readonly Word[],
  description: string,
): Readonly<Record<Word, Word>> {
  const type = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
  registerEnumType(type, { name, description });
  return type;
}
