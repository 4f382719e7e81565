export * from './masked-keys.js';
export * from './not-personal.js';
export * from './personal-columns.js';
export { personalDataPage } from './page.js';
