export function satisfies(version: string, range: string): boolean;
export function checkNode(): void;
