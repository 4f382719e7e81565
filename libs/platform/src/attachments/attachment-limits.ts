/** What one record may carry. */
export const ATTACHMENT_LIMITS = {
  /** Of one file. */
  bytes: 10 * 1024 * 1024,
  /** Of one record. */
  files: 20,
  nameLength: 200,
} as const;
