export * from './reports-entities.js';
export * from './reports.module.js';
