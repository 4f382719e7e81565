import { addDays, fiscalYearOf } from '@banso/kernel';
import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Operation } from './documents.js';
import { KURE, OSAKIKAMIJIMA } from './people.js';
import { requestInput, today, workingDayIn } from './requests.js';

/** Newer than any version: whoever says so has seen everything. */
export const ALL_SEEN = '999999999999999';

/** Public words, and places of Hiroshima; every other id of the schema names a row. */
const CATALOGUE: Readonly<Record<string, unknown>> = {
  themeId: 'T01',
  themeIds: ['T02'],
  skillId: 'GOV-01',
  profileId: 'ENGINEER',
  schemeId: 'mic-regional-adviser',
  prefectureId: '34',
  municipalityId: KURE,
  baseId: KURE,
  fromId: KURE,
  toId: OSAKIKAMIJIMA,
  seen: ALL_SEEN,
};

/** A right value for everything that is no id, so that nothing but whose row it is can be the reason to refuse. */
const VALUES: Readonly<Record<string, unknown>> = {
  ...requestInput(),
  accept: true,
  address: null,
  agreementKind: 'COMPANY_DISPATCH',
  body: 'x',
  capacity: 'HOST',
  concludedOn: today(),
  confidentiality: 'x',
  decidedOn: today(),
  heading: 'x',
  monthlyRule: 'GUIDELINE',
  noticeDays: 90,
  paper: 'AGREEMENT',
  partyKind: 'MUNICIPALITY',
  signatoryName: 'x',
  signatoryTitle: 'x',
  startsOn: today(),
  endsOn: addDays(today(), 364),
  termNo: null,
  work: 'x',
  amountRule: 'MONTHLY',
  appointmentForms: [],
  bearer: 'MUNICIPALITY',
  beyondReason: 'x',
  ceilingYen: null,
  clauseNo: 1,
  daySource: null,
  active: true,
  advice: 'x',
  after: null,
  answer: 'x',
  appliedOn: today(),
  approvalNumber: 'x',
  audience: 'PUBLIC',
  basis: 'x',
  belowStrengthOne: true,
  briefingAttended: true,
  capPer: 'CASE',
  closesAt: null,
  closesOn: addDays(today(), 60),
  cost: null,
  costWords: 'x',
  counts: 'BOTH',
  column: 'title',
  companion: 'x',
  corporateNumber: null,
  code: '000000',
  completedOn: today(),
  contact: 'x',
  date: workingDayIn(100),
  declaredOn: today(),
  days: 400,
  displayName: 'x',
  dryRun: true,
  duties: ['REQUESTER'],
  earliestOn: null,
  employment: 'x',
  employmentEn: 'x',
  endMembership: false,
  ended: true,
  escalated: null,
  evidence: 'SELF_DECLARED',
  ferryNote: null,
  filter: null,
  format: 'CSV',
  first: 50,
  form: 'FIXED_TERM',
  forName: 'x',
  fiscalYear: fiscalYearOf(today()),
  frozenWorkingDays: 5,
  from: addDays(today(), 1),
  gatedVisits: 'NOBODY',
  gating: ['A'],
  grade: 'x',
  half: 'AM',
  head: 'x',
  heldOn: workingDayIn(10),
  idea: 'x',
  issue: 'x',
  itStaff: 1,
  iterations: 0,
  kana: 'かな',
  keepThis: true,
  kind: 'CASES',
  label: 'x',
  level: 1,
  limit: 1,
  list: 'SUPPORT_REQUESTS',
  loginId: 'x',
  lostDevice: true,
  minutes: 30,
  monthlyHours: 10,
  months: null,
  modes: ['ONLINE'],
  moduleCode: 'B',
  monthlyDays: 1,
  movePublished: false,
  name: 'x',
  nameEn: 'x',
  newPassword: 'x',
  nights: 0,
  no: 2,
  note: 'x',
  oldestFirst: null,
  onSiteDays: 1,
  onlineHours: 1,
  onlineMinutes: 30,
  opensOn: null,
  optionKey: 'x',
  part: 'DAY',
  password: 'x',
  period: 'FISCAL_YEAR',
  on: addDays(today(), 30),
  only: null,
  people: 1,
  phase: 'SPECIFICATION',
  pinned: true,
  points: 1,
  post: 'x',
  presentPassword: 'x',
  profiles: ['ENGINEER'],
  question: 'x',
  record: 'x',
  reason: 'x',
  recordType: 'SUPPORT_REQUEST',
  relation: 'EMPLOYER',
  reserveHalfDaysPerWeek: 0,
  response: '{}',
  retentionNote: 'x',
  role: 'MUNICIPALITY_STAFF',
  rules: 'x',
  scheme: 'x',
  scope: 'CASE',
  search: null,
  seats: 15,
  section: 'x',
  seed: 1,
  sharePercent: 50,
  side: 'HUB',
  signedOn: today(),
  since: today(),
  source: 'x',
  starts: 1,
  startsAt: `${workingDayIn(20)}T01:00:00Z`,
  statuses: null,
  step: 'SCREENING',
  substitute: true,
  stopAtIterations: null,
  title: 'x',
  token: 'x',
  tour: 1,
  tiers: [['visit-left-out']],
  to: addDays(today(), 30),
  unit: 'VISITS',
  urgentLeadMinutes: 120,
  firstYear: fiscalYearOf(today()),
  lastYear: fiscalYearOf(today()),
  halfDays: 2,
  item: 'SALARY',
  items: ['SALARY'],
  measure: 'x',
  month: today(),
  ratePerMille: 500,
  share: 1,
  shareRule: 'FIXED',
  travelYen: 0,
  validFrom: today(),
  value: 'x',
  workedOn: today(),
  yen: 1,
  validTo: null,
  version: 0,
  visitNo: 1,
  warnPercent: 80,
  weekday: 'MON',
  weight: 'travelMinute',
  weekly: ['MON_AM'],
  what: 'x',
  words: 'x',
};
const wordsOf = (type: GraphQLEnumType): readonly unknown[] => type.getValues().map(({ name }) => name);
const innerOf = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? type.ofType : type);

/** An argument by its name and type; ids of rows are `rowId`. Throws for a name that it has never seen. */
export function valueOf(name: string, type: GraphQLInputType, rowId: string): unknown {
  const named = getNamedType(type);
  // A list's filter knows every list: none of them takes all of it.
  if (isInputObjectType(named) && name !== 'wished' && named.name !== 'ListFilterInput')
    return Object.fromEntries(
      Object.values(named.getFields()).map((field) => [field.name, valueOf(field.name, field.type, rowId)]),
    );
  if (name in CATALOGUE) return CATALOGUE[name];
  if (name === 'seen') return ALL_SEEN;
  if (named.name === 'ID') return isListType(isNonNullType(type) ? type.ofType : type) ? [rowId] : rowId;
  // The same word may name states or kinds of different things.
  if (isEnumType(named) && !wordsOf(named).includes(VALUES[name]) && !isListType(innerOf(type)))
    return name in VALUES && VALUES[name] === null ? null : wordsOf(named)[0];
  if (!(name in VALUES)) throw new Error(`What is a right value for ${name}?`);
  return VALUES[name];
}

/** Right values for all arguments of an operation. */
export const variablesOf = (operation: Operation, rowId: string): Record<string, unknown> =>
  Object.fromEntries(
    operation.args.map((argument) => [argument.name, valueOf(argument.name, argument.type, rowId)]),
  );

/** Whether a value of this type holds an id somewhere. */
export const hasId = (type: GraphQLInputType): boolean => {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === 'ID';
  return Object.values(named.getFields()).some((field) => hasId(field.type));
};
export const takesId = (operation: Operation): boolean =>
  operation.args.some((argument) => hasId(argument.type));
