/** A refusal's code and reason, a state of SQL, a row that nobody ended, or the name of an error. */
const TELLS_NOBODY = [
  /^[A-Z_]{2,40} [a-z0-9.-]{2,80}$/,
  /^SQL [0-9A-Z]{5}$/,
  /^sent \d{1,7} times without an end$/,
  /^unknown$/,
  /^[A-Za-z]{1,60} ?$/,
];
/** An error with the place where it was thrown; the folders of the server are nobody's business. */
const THROWN = /^([A-Za-z]{1,60}) at (?:[\w$.<>[\] ]{1,100} )?\(?\S*?([\w$.-]{1,80}:\d{1,7}:\d{1,7})\)?$/;

/**
 * What an outbox row says of its failure, as far as it is in a form that can quote no row: whoever runs the installation
 * reads it, and may know nobody in it. Null for anything else.
 */
export function shownError(text: string | null): string | null {
  if (text === null) return null;
  if (TELLS_NOBODY.some((form) => form.test(text))) return text.trim();
  const [, name, place] = THROWN.exec(text) ?? [];
  return name && place ? `${name} at ${place}` : null;
}
