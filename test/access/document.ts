import { PARTS, ROLES } from '@banso/kernel';
import type { Kind, Operation } from '../documents.js';
import { idPathsOf, type Matrix, type Verdict } from './matrix.js';
import { RELATIONS } from './world.js';

const SIGNS: Readonly<Record<Verdict, string>> = {
  allowed: '✓',
  'as unknown': '∅',
  'own rows only': '◐',
  shared: '=',
  'no rows': '○',
  refused: '–',
};

const MEANING: Readonly<Record<Verdict, string>> = {
  allowed: 'allowed, on rows of its own tenant; states and rules still apply',
  'as unknown': 'refused: the id of a foreign row gets byte for byte the answer of an id that does not exist',
  'own rows only': 'the list is answered, without a word of a foreign tenant',
  shared: 'shared on purpose within one prefecture (the pool of specialists, travel times)',
  'no rows': 'answered or refused without rows of tenants (the register, or no id to pass)',
  refused: 'refused at the door: the role may not, or nobody has signed in',
};

/** docs/access.md, as the matrix has found things to be. */
export function accessDocument(operations: readonly (readonly [Kind, Operation])[], matrix: Matrix): string {
  const columns = [
    { role: 'nobody', relation: 'other prefecture', title: 'nobody' },
    ...ROLES.flatMap((role) =>
      RELATIONS.map((relation) => ({ role, relation, title: `${role}, ${relation}` })),
    ),
    // Sides without duties have their columns already.
    ...PARTS.filter((part) => !ROLES.some((role) => role === part)).map((part) => ({
      role: part,
      relation: 'own',
      title: `${part} alone`,
    })),
  ].filter(({ role, relation }) =>
    matrix.probes.some((probe) => probe.role === role && probe.relation === relation),
  );
  const cell = (operation: string, { role, relation }: { role: string; relation: string }): string => {
    const found = matrix.probes.filter(
      (probe) => probe.operation === operation && probe.role === role && probe.relation === relation,
    );
    return [...new Set(found.map(({ verdict }) => SIGNS[verdict]))].join(' ');
  };
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = (kind: Kind) => [
    row(['operation', 'ids it takes', ...columns.map(({ title }) => title)]),
    row(['---', '---:', ...columns.map(() => ':---:')]),
    ...operations
      .filter(([of]) => of === kind)
      .map(([, operation]) =>
        row([
          `\`${operation.name}\``,
          String(idPathsOf(operation).length),
          ...columns.map((column) => cell(operation.name, column)),
        ]),
      ),
  ];
  const count = (verdict: Verdict) => matrix.probes.filter((probe) => probe.verdict === verdict).length;
  const verdicts = Object.keys(SIGNS) as Verdict[];
  return `${[
    '# Who may what',
    '',
    'Made by `npm run access` from the schema itself, over HTTP, on a database with secret words of every tenant:',
    'every operation × every role × rows of its own tenant, of another municipality and of another prefecture.',
    'A test fails when this file is out of date, when a field of the schema was not asked for, when a foreign word',
    'shows in a body, a header or an error, or when a row of another tenant has changed. The roles hold every ordinary',
    'duty; the columns at the right are people with one duty alone, before rows of their own tenant. An operation is',
    'tried on foreign rows of the kinds that it is named after and of three more; where its name says none, of eight.',
    '',
    ...verdicts.map((verdict) => `- ${SIGNS[verdict]} ${MEANING[verdict]}`),
    '',
    '## Counts',
    '',
    row(['what', 'count']),
    row(['---', '---:']),
    row(['operations', String(operations.length)]),
    row(['fields of types asked for', String(matrix.covered.size)]),
    row([
      'arguments and input fields that hold an id',
      String(operations.flatMap(([, one]) => idPathsOf(one)).length),
    ]),
    row(['operation × role × tenancy', String(matrix.probes.length)]),
    ...verdicts.map((verdict) => row([`of them ${SIGNS[verdict]}`, String(count(verdict))])),
    row(['answers read for foreign words', String(matrix.sent)]),
    row(['foreign ids compared with invented ones', String(matrix.compared)]),
    row(['mutations after which every row was as before', String(matrix.unchanged)]),
    row(['findings', String(matrix.findings.length)]),
    '',
    '## Queries',
    '',
    ...table('query'),
    '',
    '## Mutations',
    '',
    ...table('mutation'),
  ].join('\n')}\n`;
}
