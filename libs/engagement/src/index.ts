export * from './agreement.entity.js';
export * from './agreement-event.entity.js';
export * from './agreement-status.js';
export * from './attendance.entity.js';
export * from './engagement-entities.js';
export * from './engagement.module.js';
export * from './party.entity.js';
export * from './placement.entity.js';
