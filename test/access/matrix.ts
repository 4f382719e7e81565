import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  type GraphQLSchema,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Caller } from '../api.js';
import { takesId, variablesOf } from '../arguments.js';
import { isPart, roleOf } from '@banso/kernel';
import { type Admitted, rolesOf } from '../../apps/api/src/access.js';
import { documentOf, isList, type Kind, type Operation } from '../documents.js';
import { KURE } from '../people.js';
import type { Relation, Scene } from './world.js';

/** What one kind of person got from one operation. */
export type Verdict =
  /** The role may call it, and the rows are its own. */
  | 'allowed'
  /** The role may call it, and rows of others are answered like ids that do not exist. */
  | 'as unknown'
  /** The role may call it, and a list holds nothing of others. */
  | 'own rows only'
  /** What all people of a prefecture share on purpose. */
  | 'shared'
  /** The register and the taxonomy, the same for everybody; or an operation without rows. */
  | 'no rows'
  /** The role may not call it, or somebody has to sign in first. */
  | 'refused';

export interface Probe {
  readonly operation: string;
  readonly role: Scene['role'];
  readonly relation: Relation;
  readonly verdict: Verdict;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: string;
  readonly data: unknown;
  readonly codes: readonly string[];
  readonly reasons: readonly string[];
}

/** The register is the same for everybody. */
const REGISTER = ['municipality', 'municipalities'];
/** What people of one prefecture share: the pool, for towns, and the ways between its places. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  MUNICIPALITY_STAFF: ['specialist', 'travelTimes'],
  SPECIALIST: ['travelTimes'],
};
/** Mutations, since who took a file away is written down; otherwise lists like any other. */
const LISTS_AS_FILES = ['exportList'];
/** A page of rows of cells of messages. */
const DEEPER: Readonly<Record<string, number>> = { tableImport: 6 };
/** Headers that differ between any two answers. */
const OF_THE_MOMENT = new Set(['date', 'content-length', 'etag', 'x-request-id']);

/** Sends by hand, so that headers are read as well. */
async function send(
  url: string,
  caller: Caller,
  body: { query: string; variables: Record<string, unknown> },
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'ja',
      ...(caller.cookie && { cookie: caller.cookie }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text);
  const headers = [...response.headers].filter(([name]) => !OF_THE_MOMENT.has(name));
  const extensions: Record<string, string>[] = errors.map(
    (error: { extensions: object }) => error.extensions,
  );
  return {
    status: response.status,
    text,
    headers: JSON.stringify(headers),
    data,
    codes: extensions.map(({ code }) => String(code)),
    reasons: extensions.map(({ reason }) => String(reason)),
  };
}

/** The same wish for another town and its prefecture. */
function inTown<T>(value: T, town: string): T {
  const places = new Map([
    [KURE, town],
    [KURE.slice(0, 2), town.slice(0, 2)],
  ]);
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => places.get(String(part)) ?? part);
}

/** Whether the door says that it is open to this role, or to this duty alone. */
const lets = (admitted: readonly Admitted[], role: Scene['role']): boolean =>
  admitted.includes('PUBLIC') ||
  (isPart(role)
    ? admitted.some((one) => one === role || one === roleOf(role))
    : rolesOf(admitted).some((one) => one === role));

/** Rows that each duty is tried on, by operation. */
const ROWS_OF_A_PART = 2;
/** Rows of other kinds that an operation is tried on, beside those that it or its arguments are named after. */
const OTHER_KINDS = 3;
/** Rows that an operation is tried on whose name and arguments name no kind. */
const UNNAMED_KINDS = 8;

/** Rows worth trying, those that the operation is named after first. */
function rowsFor(operation: Operation, rows: Scene['rows'], isPartial: boolean): [string, string][] {
  const all = Object.entries(rows);
  const names = [operation.name, ...idPathsOf(operation)].join(' ').toLowerCase();
  const named = all.filter(([kind]) => names.includes(kind.toLowerCase()));
  const others = all.filter(([kind]) => !names.includes(kind.toLowerCase()));
  // Others for each operation, so that every kind is met often.
  const from = operation.name.length % Math.max(1, others.length);
  const turned = [...others.slice(from), ...others.slice(0, from)];
  if (isPartial) return [...named, ...turned].slice(0, ROWS_OF_A_PART);
  return [...named, ...turned.slice(0, named.length === 0 ? UNNAMED_KINDS : OTHER_KINDS)];
}

/** All rows of a tenant, those that the operation is named after first: one of them is the answer's. */
function ownRowsFor(operation: Operation, rows: Scene['rows'], isPartial: boolean): string[] {
  const likely = rowsFor(operation, rows, isPartial).map(([, id]) => id);
  return isPartial ? likely : [...new Set([...likely, ...Object.values(rows)])];
}

/** Walks the schema with every person and keeps the books: what was sent, seen and found. */
export class Matrix {
  readonly probes: Probe[] = [];
  /** What must not be; empty when all is well. */
  readonly findings: string[] = [];
  /** Fields of types that were asked for at least once, as `Type.field`. */
  readonly covered = new Set<string>();
  /** Documents whose fields are in `covered`. */
  private readonly noted = new Set<string>();
  /** Made once for each operation and depth. */
  private readonly documents = new Map<string, string>();
  /** As deep as the door lets one ask, of operations where that is less than wanted. */
  private readonly allowedLevels = new Map<string, number>();
  /** Answers that were read for foreign words. */
  sent = 0;
  /** Pairs of answers, to a foreign and to an invented id, that were compared. */
  compared = 0;
  /** Times that all rows were proven unchanged. */
  unchanged = 0;

  constructor(
    private readonly url: string,
    private readonly schema: GraphQLSchema,
    private readonly allowed: ReadonlyMap<string, readonly Admitted[]>,
    private readonly fingerprint: () => Promise<Record<string, string>>,
  ) {}

  async walk(operations: readonly (readonly [Kind, Operation])[], scenes: readonly Scene[]): Promise<void> {
    const asked = async (wanted: Kind, after?: (operation: Operation) => Promise<boolean>): Promise<void> => {
      for (const [kind, operation] of operations) {
        if (kind !== wanted) continue;
        await Promise.all(scenes.map((scene) => this.probe(kind, operation, scene)));
        if (after && !(await after(operation))) return;
      }
    };
    // Questions first: who looked at what is written down, and is no change of a row.
    await asked('query');
    const before = await this.fingerprint();
    await asked('mutation', async (operation) => {
      const now = await this.fingerprint();
      const changed = Object.keys(now).filter((table) => now[table] !== before[table]);
      if (changed.length === 0) this.unchanged++;
      else this.findings.push(`${operation.name} changed rows of somebody else: ${changed.join(', ')}`);
      return changed.length === 0;
    });
  }

  private async probe(kind: Kind, operation: Operation, scene: Scene): Promise<void> {
    const { role, relation, rows, town } = scene;
    const book = (verdict: Verdict) =>
      void this.probes.push({ operation: operation.name, role, relation, verdict });
    const isQuery = kind === 'query';
    const admitted = this.allowed.get(operation.name) ?? [];
    const enters = lets(admitted, role);
    // A change at home would move the ground under the others; access.api-spec.ts shows that the door is open.
    if (enters && !isQuery && (relation === 'own' || !takesId(operation))) {
      this.note(this.documentAt(kind, operation, 2));
      return book(relation === 'own' ? 'allowed' : 'no rows');
    }
    const at = (id: string) => inTown(variablesOf(operation, id), relation === 'own' ? KURE : town);
    const invented = randomUUID();
    const unknown = await this.ask(kind, operation, scene, at(invented));
    // Also for those whom the door lets in, when the town that they named is not theirs.
    if (unknown.reasons.some((reason) => /^access\.(forbidden|duty-needed|sign-in-required)$/.test(reason)))
      return book('refused');
    if (!enters) this.findings.push(`${operation.name} lets ${role} in`);
    if (REGISTER.includes(operation.name)) return book('no rows');
    if (relation === 'own') {
      for (const id of takesId(operation) ? ownRowsFor(operation, rows, isPart(role)) : [])
        if ((await this.ask(kind, operation, scene, at(id))).codes.length === 0) break;
      return book('allowed');
    }
    const lists = (isQuery && isList(operation)) || LISTS_AS_FILES.includes(operation.name);
    if (!takesId(operation)) return book(lists ? 'own rows only' : 'no rows');
    const isShared = relation === 'other municipality' && (SHARED[role]?.includes(operation.name) ?? false);
    // Which rows somebody sees follows from the role; a duty alone is tried on some of them.
    const tried = rowsFor(operation, rows, isPart(role));
    for (const [row, id] of tried) {
      const answer = await this.ask(kind, operation, scene, at(id));
      if (isShared || (lists && answer.codes.length === 0)) continue;
      this.compared++;
      const where = `${operation.name} as ${role} (${relation}, ${row})`;
      if (answer.data !== null) this.findings.push(`${where} gave data`);
      const without = (one: Answer, its: string) =>
        `${one.status} ${one.headers} ${one.text}`.replaceAll(its, 'ID');
      if (without(answer, id) !== without(unknown, invented))
        this.findings.push(`${where} tells a foreign id from an invented one`);
    }
    book(isShared ? 'shared' : lists ? 'own rows only' : 'as unknown');
  }

  private async ask(
    kind: Kind,
    operation: Operation,
    { role, relation, caller, closed }: Scene,
    variables: Record<string, unknown>,
  ): Promise<Answer> {
    // Own rows are asked for as deeply as the door allows, so that every field of every type is met.
    const whole = relation === 'own' && (!isPart(role) || role === 'OPERATOR');
    const deepest = whole ? (DEEPER[operation.name] ?? 4) : 2;
    let levels = Math.min(deepest, this.allowedLevels.get(operation.name) ?? deepest);
    let query = this.documentAt(kind, operation, levels);
    let answer = await send(this.url, caller, { query, variables });
    while (levels > 1 && answer.reasons.includes('document.too-complex')) {
      this.allowedLevels.set(operation.name, --levels);
      query = this.documentAt(kind, operation, levels);
      answer = await send(this.url, caller, { query, variables });
    }
    this.note(query);
    this.sent++;
    const where = `${operation.name} as ${role} (${relation})`;
    for (const words of closed)
      if (`${answer.text}${answer.headers}`.includes(words)) this.findings.push(`${where} shows ${words}`);
    if (answer.status >= 500 || answer.codes.includes('INTERNAL')) this.findings.push(`${where} fell over`);
    return answer;
  }

  private documentAt(kind: Kind, operation: Operation, depth: number): string {
    const key = `${operation.name} ${depth}`;
    const known = this.documents.get(key) ?? documentOf(kind, operation, depth);
    this.documents.set(key, known);
    return known;
  }

  private note(query: string): void {
    if (this.noted.has(query)) return;
    this.noted.add(query);
    const info = new TypeInfo(this.schema);
    visit(
      parse(query),
      visitWithTypeInfo(info, {
        Field: (node) => void this.covered.add(`${info.getParentType()?.name}.${node.name.value}`),
      }),
    );
  }

  /** Fields of the schema that no probe has asked for. */
  uncovered(): string[] {
    return Object.values(this.schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) =>
        isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
      )
      .filter((field) => !this.covered.has(field));
  }
}

/** Arguments and input fields that hold the id of something, as `operation.argument.field`. */
export function idPathsOf({ name, args }: Operation): string[] {
  return args.flatMap((argument) => pathsIn(`${name}.${argument.name}`, argument));
}

function pathsIn(path: string, { type }: Pick<Operation['args'][number], 'type'>): string[] {
  const named = getNamedType(type);
  if ('getFields' in named)
    return Object.values(named.getFields()).flatMap((field) => pathsIn(`${path}.${field.name}`, field));
  return named.name === 'ID' ? [path] : [];
}
