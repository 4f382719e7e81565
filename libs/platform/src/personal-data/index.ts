export * from './masked-keys.js';
export * from './not-personal.js';
export * from './personal-columns.js';
export * from './rows-about.js';
export { personalDataPage } from './page.js';
