export * from './account.entity.js';
export * from './directory-entities.js';
export * from './membership.entity.js';
export * from './municipality.entity.js';
export * from './prefecture.entity.js';
export * from './session.entity.js';
export * from './travel-estimate.entity.js';
export * from './travel-override.entity.js';
