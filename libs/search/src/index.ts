export * from './search-entities.js';
export * from './search.module.js';
