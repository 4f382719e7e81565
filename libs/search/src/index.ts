export type { MarkedText } from './marked-text.js';
export * from './search-entities.js';
export * from './search.service.js';
