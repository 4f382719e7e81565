/** The shape of the Japanese catalogue, asked of every other language: a sentence that one lacks is a type error. */
export type Catalogue<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : Catalogue<T[Key]>;
};
