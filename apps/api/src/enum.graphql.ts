import { registerEnumType } from '@nestjs/graphql';

/** Registers a list of words as a GraphQL enum: the same words in TypeScript, SQL and GraphQL. */
export function enumOf<Word extends string>(
  name: string,
  words: readonly Word[],
  description: string,
): Readonly<Record<string, Word>> {
  const type = Object.fromEntries(words.map((word) => [word, word]));
  registerEnumType(type, { name, description });
  return type;
}
