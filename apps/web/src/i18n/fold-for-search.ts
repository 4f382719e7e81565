/** As the server folds words for search: one table for both, in a file that stands by itself. */
export { foldForSearch } from '../../../../libs/platform/src/search-text';
