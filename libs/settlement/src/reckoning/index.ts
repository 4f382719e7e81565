export * from './apportion.js';
export * from './bill.js';
export * from './formula.js';
export * from './periods.js';
export * from './statement.js';
export * from './terms.js';
