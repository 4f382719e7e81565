import { Reckoner, ReckoningPool } from '@banso/dispatch';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';

/** Long reckonings are done beside this process: one dispatcher's question never delays another's sign-in. */
@Global()
@Module({
  providers: [
    { provide: ReckoningPool, useFactory: () => new ReckoningPool() },
    { provide: Reckoner, useExisting: ReckoningPool },
  ],
  exports: [Reckoner],
})
export class ReckoningModule implements OnApplicationShutdown {
  constructor(@Inject(ReckoningPool) private readonly pool: ReckoningPool) {}

  onApplicationShutdown(): Promise<void> {
    return this.pool.close();
  }
}
