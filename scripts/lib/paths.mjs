/** Where things are, relative to the repository whatever the current folder is. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const dataFolder = join(root, '.data');
export const logFolder = join(dataFolder, 'logs');
export const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);
export const inData = (/** @type {string[]} */ ...parts) => join(dataFolder, ...parts);
