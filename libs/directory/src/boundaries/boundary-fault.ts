/** Why a file cannot be taken, in both languages: it is read at a command line, by whoever runs the installation. */
export class BoundaryFault extends Error {
  constructor(
    readonly ja: string,
    readonly en: string,
  ) {
    super(`${ja} (${en})`);
    this.name = 'BoundaryFault';
  }
}
