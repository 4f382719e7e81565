import {
  countRows,
  type Finding,
  getTableImport,
  type ImportColumn,
  importColumns,
  ImportFilesService,
  type ImportKind,
  listRows,
  listTableImports,
  type RowOutcome,
  type TableImport,
  type TableImportRow,
  TableImportService,
} from '@banso/exchange';
import { type Actor, Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { findingInWords, type Locale } from '../messages/index.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import {
  ImportColumnType,
  ImportCountType,
  ImportFixInput,
  ImportKindEnum,
  ImportMappingInput,
  ImportMappingType,
  type ImportMessageType,
  ImportRowConnection,
  ImportRowOutcomeEnum,
  type ImportRowType,
  SheetFileType,
  TableImportConnection,
  TableImportType,
} from './table-import.graphql.js';

const id = { type: () => ID, description: 'The import.' };
const COSTLY = 20;
/** Everything about one import is asked through its own rows. */
type Shown = TableImport;

@Resolver(() => TableImportType)
export class TableImportResolver {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly service: TableImportService,
    private readonly files: ImportFilesService,
  ) {}

  @Query(() => TableImportConnection, { description: 'What your side has brought, the latest first.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async tableImports(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<Connection<Shown>> {
    return toConnection(await this.db.read(actor, (tx) => listTableImports(tx, actor, page)));
  }

  @Query(() => TableImportType, { description: 'One import.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  tableImport(@CurrentActor() actor: Actor, @Args('id', id) importId: string): Promise<Shown> {
    return this.db.read(actor, (tx) => getTableImport(tx, actor, importId));
  }

  @Query(() => SheetFileType, {
    description: 'The empty table to fill in; for a town also its book where there is no connection.',
    complexity: COSTLY,
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  async importTemplate(
    @CurrentActor() actor: Actor,
    @Context() { locale }: RequestContext,
    @Args('kind', { type: () => ImportKindEnum, description: 'What it brings.' }) kind: ImportKind,
    @Args('municipalityId', {
      type: () => ID,
      nullable: true,
      description: 'From the hub: the town whose book it is to be.',
    })
    municipalityId?: string | null,
  ): Promise<SheetFileType> {
    const { name, bytes } = await this.files.template(actor, { kind, locale, municipalityId });
    return { name, content: bytes.toString('base64') };
  }

  @Mutation(() => TableImportType, {
    description: 'Says which head of the file stands for which column; remembered for the next file.',
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  mapTableImport(
    @CurrentActor() actor: Actor,
    @Args('id', id) importId: string,
    @Args('mapping', { type: () => [ImportMappingInput], description: 'Every column that the file has.' })
    mapping: ImportMappingInput[],
  ): Promise<Shown> {
    return this.service.map(actor, importId, mapping);
  }

  @Mutation(() => TableImportType, { description: 'Puts cells right; nothing is taken in yet.' })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  fixTableImport(
    @CurrentActor() actor: Actor,
    @Args('id', id) importId: string,
    @Args('fixes', { type: () => [ImportFixInput], description: 'The cells, at most 200.' })
    fixes: ImportFixInput[],
  ): Promise<Shown> {
    return this.service.fix(actor, importId, fixes);
  }

  @Mutation(() => TableImportType, {
    description: 'Takes in every row without a fault, all of them or none; the others wait.',
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  applyTableImport(@CurrentActor() actor: Actor, @Args('id', id) importId: string): Promise<Shown> {
    return this.service.apply(actor, importId);
  }

  @Mutation(() => TableImportType, {
    description:
      'Within a day: makes everything what it was before; what was changed since stays, and says so.',
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  undoTableImport(@CurrentActor() actor: Actor, @Args('id', id) importId: string): Promise<Shown> {
    return this.service.undo(actor, importId);
  }

  @Mutation(() => TableImportType, { description: 'Forgets a file of which nothing was taken in.' })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  discardTableImport(@CurrentActor() actor: Actor, @Args('id', id) importId: string): Promise<Shown> {
    return this.service.discard(actor, importId);
  }

  @Mutation(() => SheetFileType, {
    description:
      'The rows with faults alone, with what is wrong, to be put right elsewhere. That it was taken is logged.',
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  async exportImportFaults(
    @CurrentActor() actor: Actor,
    @Context() { locale }: RequestContext,
    @Args('id', id) importId: string,
  ): Promise<SheetFileType> {
    const { columns } = await this.seen(actor, importId);
    const say = (finding: Finding) => wordsOf(finding, columns, locale);
    const { name, bytes } = await this.files.faults(actor, importId, { locale, say });
    return { name, content: bytes.toString('base64') };
  }

  @ResolveField(() => [ImportColumnType], {
    description: 'What a file of this kind may bring.',
    complexity: COSTLY,
  })
  async columns(
    @Parent() { kind }: Shown,
    @CurrentActor() actor: Actor,
    @Context() { locale }: RequestContext,
  ): Promise<ImportColumnType[]> {
    const columns = await this.db.read(actor, (tx) => importColumns(tx, actor, { kind, clock: this.clock }));
    return columns.map(({ name, head, hint, needed }) => ({
      name,
      title: head[locale],
      hint: hint?.[locale] ?? null,
      needed: needed ?? false,
    }));
  }

  @ResolveField(() => [ImportMappingType], { description: 'Which head of the file stands for which column.' })
  mapping(@Parent() { mapping }: Shown): ImportMappingType[] {
    return Object.entries(mapping).map(([column, head]) => ({ column, head }));
  }

  @ResolveField(() => [ImportCountType], {
    description: 'How many rows there are of each kind; none once they are forgotten.',
    complexity: 5,
  })
  counts(@Parent() { id: importId }: Shown, @CurrentActor() actor: Actor): Promise<ImportCountType[]> {
    return this.db.read(actor, (tx) => countRows(tx, [importId]));
  }

  @ResolveField(() => ImportRowConnection, {
    description: 'Its rows, in the order of the file.',
    complexity: COSTLY,
  })
  async rows(
    @Parent() brought: Shown,
    @CurrentActor() actor: Actor,
    @Context() { locale }: RequestContext,
    @Args() page: PageArgs,
    @Args('only', { type: () => [ImportRowOutcomeEnum], nullable: true, description: 'Of these outcomes.' })
    only?: RowOutcome[] | null,
  ): Promise<Connection<ImportRowType>> {
    const { columns, found } = await this.db.read(actor, async (tx) => ({
      columns: await importColumns(tx, actor, { kind: brought.kind, clock: this.clock }),
      found: await listRows(tx, { importId: brought.id, only: only ?? null }, page),
    }));
    const { edges, ...rest } = toConnection(found);
    return {
      ...rest,
      edges: edges.map(({ node, cursor }) => ({ cursor, node: rowOf(node, { brought, columns, locale }) })),
    };
  }

  private seen(actor: Actor, importId: string) {
    return this.db.read(actor, async (tx) => {
      const { kind } = await getTableImport(tx, actor, importId);
      return { columns: await importColumns(tx, actor, { kind, clock: this.clock }) };
    });
  }
}

function wordsOf(finding: Finding, columns: readonly ImportColumn[], locale: Locale): string {
  const column = columns.find(({ name }) => name === finding.column);
  return findingInWords(finding, column?.head[locale] ?? finding.column ?? '', locale);
}

function rowOf(
  { no, state, outcome, cells, fixes, findings, recordId }: TableImportRow,
  { brought, columns, locale }: { brought: Shown; columns: readonly ImportColumn[]; locale: Locale },
): ImportRowType {
  const messagesOf = (column: string | null): ImportMessageType[] =>
    findings
      .filter((finding) => finding.column === column)
      .map((finding) => ({ isError: finding.level === 'ERROR', text: wordsOf(finding, columns, locale) }));
  const read = columns.filter(
    ({ name }) => name in brought.mapping || name in fixes || messagesOf(name).length > 0,
  );
  return {
    no,
    state,
    outcome,
    recordId: recordId ?? null,
    cells: read.map(({ name }) => ({
      column: name,
      value: fixes[name] ?? cells[brought.headers.indexOf(brought.mapping[name] ?? '')]?.text ?? '',
      isFixed: name in fixes,
      messages: messagesOf(name),
    })),
    messages: messagesOf(null),
  };
}
