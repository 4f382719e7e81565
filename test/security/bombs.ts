const repeated = (n: number, text: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => text(i)).join(' ');

/** Documents that are to be refused, or to be answered at once. */
export const BOMBS: Readonly<Record<string, readonly string[]>> = {
  'alias bombs': [
    `{ ${repeated(1_000, (i) => `a${i}: serverInfo { demo }`)} }`,
    `{ ${repeated(16, (i) => `a${i}: serverInfo { demo }`)} }`,
    `mutation { ${repeated(100, (i) => `a${i}: signIn(loginId: "x", password: "p${i}") { name }`)} }`,
    `{ viewer { ${repeated(300, (i) => `a${i}: name`)} } }`,
    `{ ...A } fragment A on Query { ${repeated(40, (i) => `a${i}: serverInfo { demo }`)} }`,
  ],
  'root and directive floods': [
    `{ ${repeated(300, () => 'serverInfo { demo }')} }`,
    `{ ${repeated(11, () => 'viewer { name }')} }`,
    `{ serverInfo { ${repeated(200, () => 'demo @include(if: true)')} } }`,
    `{ serverInfo ${repeated(50, () => '@x')} { demo } }`,
    `{ serverInfo ${repeated(50, () => '@include(if: true)')} { demo } }`,
    `{ a: candidateRanking(supportRequestId: "x") { __typename } b: candidateRanking(supportRequestId: "y") { __typename } }`,
  ],
  'token floods': [
    `{ ${repeated(9_000, () => 'demo')} }`,
    `query(${repeated(900, (i) => `$v${i}: Int`)}) { serverInfo { demo } }`,
    `{ serverInfo ${'('.repeat(5_000)} { demo } }`,
    '{'.repeat(50_000),
    `{ ${' ,'.repeat(40_000)} }`,
    `#${'x'.repeat(90_000)}`,
    `{ serverInfo { demo } } ${repeated(700, (i) => `fragment F${i} on Query { viewer { name } }`)}`,
  ],
  'deep documents and fragment cycles': [
    `{ ${'... { '.repeat(300)} serverInfo { demo } ${'}'.repeat(300)} }`,
    `{ supportRequests { edges { node { ${'theme { '.repeat(30)}id${' }'.repeat(30)} } } } }`,
    `{ specialists(filter: ${'['.repeat(900)}${']'.repeat(900)}) { totalCount } }`,
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    '{ ...A } fragment A on Query { serverInfo { demo } ...A }',
    `{ ...F0 } ${repeated(100, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F100 on Query { serverInfo { demo } }`,
    '{ ...A }',
  ],
  'broken documents': [
    '',
    '# nothing',
    'type X { a: Int }',
    'subscription { serverInfo { demo } }',
    'query A { serverInfo { demo } } query B { serverInfo { demo } }',
    'query($a: Nothing!) { serverInfo { demo } }',
    'query($a: Int = "x") { specialists(first: $a) { totalCount } }',
    '{ specialists(first: 1e999) { totalCount } }',
    `{ specialists(first: ${'9'.repeat(1_000)}) { totalCount } }`,
    '{ 施策 { 名前 } }',
    '{ specialists(filter: { search: "\\u0000\\uD800" }) { totalCount } }',
    '{ serverInfo { demo } } \u0000',
    '{ __proto__ }',
    '{ constructor { name } }',
  ],
};
