export * from './notices-entities.js';
export * from './notices.module.js';
