/** The table of demonstration accounts shown after a start. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ label: string, labelEn: string, loginId: string, password: string }} SignIn */

/**
 * @param {string} file
 * @returns {SignIn[]}
 */
export function readSignIns(file) {
  if (!existsSync(file)) return [];
  try {
    const list = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} text
 * @returns {number} columns in a terminal, where Japanese characters take two
 */
export function columns(text) {
  return Array.from(text).reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );
}

/**
 * @param {SignIn[]} signIns
 * @returns {string[]} lines of a table
 */
export function signInTable(signIns) {
  const head = ['役割 (role)', 'ログイン ID (login)', 'パスワード (password)'];
  const rows = signIns.map((one) => [`${one.label} (${one.labelEn})`, one.loginId, one.password]);
  const widths = head.map((title, i) =>
    Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map(columns)),
  );
  const line = (/** @type {string[]} */ cells) =>
    `  ${cells.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell))).join('  ')}`.trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
