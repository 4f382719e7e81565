export function generate(url: string, scale: number): Promise<Record<string, number>>;
export function strays(url: string): Promise<string[]>;
export function setUp(url: string, env?: NodeJS.ProcessEnv): Promise<void>;
export const LARGE: readonly string[];
