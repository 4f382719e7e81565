/** So many characters are judged: the estimate takes longer the longer a password is, and the API waits for it. */
const JUDGED = 40;

export type Estimate = (password: string, ownWords: readonly string[]) => number;

/** Tens of megabytes of lists: loaded when somebody first chooses a password, and only where that happens. */
async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, everywhere, japanese] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-ja'),
  ]);
  const { qwerty, keypad } = everywhere.adjacencyGraphs;
  const judge = new ZxcvbnFactory({
    dictionary: { ...everywhere.dictionary, ...japanese.dictionary },
    graphs: { qwerty, keypad },
  });
  return (password, ownWords) =>
    judge.check(Array.from(password).slice(0, JUDGED).join(''), [...ownWords]).guesses;
}

let loading: Promise<Estimate> | undefined;

/** How many guesses somebody needs who tries leaked passwords, names, keyboard rows, dates and the person's own words first. */
export function guessEstimate(): Promise<Estimate> {
  loading ??= load();
  return loading;
}
