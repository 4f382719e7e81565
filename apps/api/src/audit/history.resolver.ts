import { type HistoryRecord, HistoryService } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import type { AuditLine } from '@banso/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import { historyCsv } from './history-csv.js';
import { HistoryConnection, HistoryFileType, HistoryRecordEnum } from './history.graphql.js';

const id = { type: () => ID, description: 'The record.' };
const recordType = { type: () => HistoryRecordEnum, description: 'What kind of record it is.' };

@Resolver()
export class HistoryResolver {
  constructor(private readonly histories: HistoryService) {}

  @Query(() => HistoryConnection, {
    description: 'What was done to a record that you may see, the latest first; for the hub also who looked.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async history(
    @CurrentActor() actor: Actor,
    @Args('recordType', recordType) type: HistoryRecord,
    @Args('id', id) recordId: string,
    @Args() page: PageArgs,
  ): Promise<Connection<AuditLine>> {
    return toConnection(await this.histories.read(actor, type, recordId, page));
  }

  @Mutation(() => HistoryFileType, {
    description: 'The history as a file, at most the latest 10,000 lines. That it was taken is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'HUB_AUDITOR')
  async exportHistory(
    @CurrentActor() actor: Actor,
    @Args('recordType', recordType) type: HistoryRecord,
    @Args('id', id) recordId: string,
  ): Promise<HistoryFileType> {
    const lines = await this.histories.export(actor, type, recordId);
    return { name: `history-${type.toLowerCase()}-${recordId}.csv`, content: historyCsv(lines) };
  }
}
