/** What of the register tells which shape is whose. */
export interface RegisteredTown {
  /** Six digits. */
  readonly id: string;
  readonly kind: string;
}

/**
 * Whose land a code of JIS X 0402 is; null when the register has no such town. Wards of designated cities are numbered
 * from their city on, below the first other city (201): 34101 to 34108 are of Hiroshima, 34100.
 */
export function townOfCodes(towns: readonly RegisteredTown[]): (code: string) => string | null {
  const byCode = new Map(towns.map((town) => [town.id.slice(0, 5), town.id]));
  const cities = towns.filter(({ kind }) => kind === 'designated_city').map(({ id }) => id);
  return (code) => {
    const own = byCode.get(code);
    if (own !== undefined) return own;
    const isWard = /^..1[0-9]{2}$/.test(code);
    const before = cities.filter((id) => id.startsWith(code.slice(0, 2)) && id.slice(0, 5) < code);
    return (isWard && before.toSorted().at(-1)) || null;
  };
}
