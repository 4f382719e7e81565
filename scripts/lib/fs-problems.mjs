/** Sentences for file-system errors that are nobody's bug. */
import { errorCode } from './errors.mjs';
import { Problem } from './messages.mjs';

/**
 * @param {unknown} error
 * @returns {unknown} a Problem for a full disk, missing rights or a read-only disk; everything else unchanged
 */
export function asProblem(error) {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const code = errorCode(error);
  const where = 'path' in error ? String(error.path) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Problem(
      `書き込めません: ${where}\nこのフォルダーの所有者を確かめてください (以前 sudo で実行しましたか): sudo chown -R "$(id -un)" .`,
      `Cannot write: ${where}\nCheck who owns this folder (was it run with sudo before?): sudo chown -R "$(id -un)" .`,
      { code, cause: error },
    );
  }
  return error;
}

/**
 * @param {unknown} [cause]
 * @param {string[]} [details]
 */
export function diskFull(cause, details = []) {
  return new Problem(
    'ディスクの空きがありません。既存のデータはそのまま残っています。空きを 1 GB ほど作って、もう一度試してください。',
    'The disk is full. Existing data is kept as it is. Free about 1 GB and try again.',
    { code: 'disk', cause, details },
  );
}
