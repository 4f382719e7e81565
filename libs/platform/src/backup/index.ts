export * from './backup-fault.js';
export type { Manifest } from './manifest.js';
export * from './restore.js';
export * from './write-backup.js';
