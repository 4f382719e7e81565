export function startTestPostgres(): Promise<{ url: string; stop: () => Promise<void>; stopNow: () => void }>;
