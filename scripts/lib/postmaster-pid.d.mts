export interface Postmaster {
  pid: number;
  port: number;
  status: 'starting' | 'ready' | 'stopping' | 'standby' | 'unknown';
}
export function parsePostmasterPid(text: string): Postmaster | undefined;
export function readPostmasterPid(dataDir: string): Postmaster | undefined;
