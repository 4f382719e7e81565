/**
 * @param {unknown} error
 * @returns {string | undefined} such as ENOENT, or a five-character code of Postgres
 */
export function errorCode(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
