export function generate(url: string, scale: number): Promise<Record<string, number>>;
export function strays(url: string): Promise<string[]>;
export const LARGE: readonly string[];
