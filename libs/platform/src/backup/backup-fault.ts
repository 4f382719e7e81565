/** Why a backup or a restore goes no further: what is wrong and what to do, in two languages. */
export class BackupFault extends Error {
  constructor(
    readonly ja: string,
    readonly en: string,
  ) {
    super(en);
    this.name = 'BackupFault';
  }
}
