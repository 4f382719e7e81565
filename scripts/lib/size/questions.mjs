/** What is asked at size: every query of the web app, with the limit that holds for it. */

/** Milliseconds at the 95th of 100: a page of a list or one record, a search, the board, figures of a year. */
export const LIMITS = { list: 200, search: 300, board: 500, overview: 1_000 };
/** @typedef {keyof typeof LIMITS} Kind */

const SEARCHES = ['Search', 'PaletteHits', 'SimilarCases'];
const BOARDS = ['Board', 'Availability', 'CompanionCalendar'];
const OVERVIEWS = [
  'Coverage',
  'Waits',
  'WaitRows',
  'Effects',
  'StepRows',
  'RepeatRows',
  'DaysUsed',
  'OwnDays',
  'Targets',
  'TaxReadiness',
  'TaxEvidence',
  'Standing',
  'TravelTotals',
  'Retention',
  'HubHome',
  'HubPapers',
];

/** @param {string} name @returns {Kind} */
export const kindOf = (name) =>
  SEARCHES.includes(name)
    ? 'search'
    : BOARDS.includes(name)
      ? 'board'
      : OVERVIEWS.includes(name)
        ? 'overview'
        : 'list';

/** Not asked here, and why. */
export const LEFT_OUT = {
  'reckons with the planner, whose times are in planning.md': [
    'AbsenceRepairOptions',
    'Candidates',
    'TopCandidates',
    'ComparePlans',
    'ExplainProposedVisit',
    'FallenOptions',
    'HalvesToFix',
    'InsertUrgentOptions',
    'NearestChanges',
    'OpenPlanSlots',
    'OpenSlots',
    'PlanFigures',
    'PlanPart',
    'PlanQuotas',
    'PlanRestoration',
    'PlanViolations',
    'SlotsToOffer',
    'WhyNotSpecialist',
    'JudgedProposal',
    'SchemeRoutes',
  ],
  'asks about what is not kept yet': ['PreviewUnavailabilityRule'],
  'needs the secret of a link': ['Invitation', 'PasswordReset'],
  'one record of a kind that does not grow with the years': [
    'Agreement',
    'Applicant',
    'CostActuals',
    'CostMatrix',
    'CostStatement',
    'DateInquiry',
    'DemandSurvey',
    'Import',
    'ImportTemplate',
    'Invoice',
    'InvoiceCheck',
    'Office',
    'OpenWork',
    'Placement',
    'Quota',
    'Recruitment',
    'Rotation',
    'SharingMeeting',
    'TownRound',
    'TravelClaim',
    'TrainedPerson',
  ],
};
export const isLeftOut = (/** @type {string} */ name) =>
  Object.values(LEFT_OUT).some((names) => names.includes(name));

const OF_VISIT = [
  'Visit',
  'VisitCalendarFile',
  'VisitClaim',
  'VisitCompanions',
  'VisitGuide',
  'VisitProposals',
  'VisitReportPage',
  'CompanionCandidates',
  'Preparation',
  'PreparationNotes',
];
const OF_CONSULTATION = ['Consultation', 'ConsultationNotes', 'ConsultationPurchase', 'AskedQuestion'];
const OF_PLAN = ['PlanningRun', 'RunProgress'];
const OF_TOWN = ['TownFacts', 'TownMemory'];
const OF_SPECIALIST = ['Specialist', 'HandOverPeople'];

/** @typedef {{ request: string, visit: string, consultation: string, run: string, specialist: string, town: string, prefecture: string, inboxItem: string, caseReport: string, sharedCase: string, membership: string, today: string }} Known */

/**
 * What the person at the screen would send: ids of records that they see, days around today, the first page.
 * @param {string} name @param {string} text @param {Known} known
 * @returns {Record<string, unknown>}
 */
export function variablesOf(name, text, known) {
  const day = (/** @type {number} */ days) =>
    new Date(Date.parse(known.today) + days * 86_400_000).toISOString().slice(0, 10);
  const year = new Date(Date.parse(known.today) - 90 * 86_400_000).getUTCFullYear();
  const id = OF_VISIT.includes(name)
    ? known.visit
    : OF_CONSULTATION.includes(name)
      ? known.consultation
      : OF_PLAN.includes(name)
        ? known.run
        : OF_TOWN.includes(name)
          ? known.town
          : OF_SPECIALIST.includes(name)
            ? known.specialist
            : name === 'OneInboxItem'
              ? known.inboxItem
              : name.startsWith('CaseReport')
                ? known.caseReport
                : name === 'SharedCase'
                  ? known.sharedCase
                  : name === 'ErasurePreview'
                    ? known.membership
                    : known.request;
  /** @type {Record<string, unknown>} */
  const values = {
    id,
    today: known.today,
    from: day(0),
    to: name === 'Board' || name === 'Availability' ? day(27) : day(60),
    month: day(0),
    date: day(3),
    fiscalYear: year,
    before: year - 1,
    prefectureId: known.prefecture,
    municipalityId: known.town,
    specialistId: known.specialist,
    visitId: known.visit,
    runId: known.run,
    supportRequestId: known.request,
    fromId: known.town,
    themeId: 'T01',
    words: '窓口',
    ended: false,
    withTowns: true,
    ownerType: 'SUPPORT_REQUEST',
    ownerId: known.request,
    recordType: 'SUPPORT_REQUEST',
    audience: 'INTERNAL',
    visitNo: 1,
    first: 50,
  };
  if (['VisitsSoon', 'MonthDays', 'DaysGiven', 'VisitsAhead', 'ReportsAhead', 'RequestsAhead'].includes(name))
    values['filter'] = { from: day(-1), to: day(30) };
  const head = text.slice(0, text.indexOf('{'));
  const wanted = [...head.matchAll(/\$(\w+): ([\w[\]!]+)/g)].filter(
    ([, key = '', type = '']) =>
      key in values &&
      (type.endsWith('!') ||
        ['first', 'filter', 'specialistId', 'from', 'to', 'words', 'themeId'].includes(key)),
  );
  // A board of the days around today, not of one plan; somebody's own calendar and everybody's are two questions.
  return Object.fromEntries(
    wanted
      .filter(([, key = '']) => !(name === 'Availability' && key === 'specialistId'))
      .map(([, key = '']) => [key, values[key]]),
  );
}

/** More than the first page of some lists: what people look for in them. */
export const MORE = {
  RequestList: [
    { label: 'by a word of the title', filter: { search: '窓口' } },
    { label: 'by number', filter: { search: 'R8-0100' } },
    {
      label: 'open, oldest first',
      filter: { statuses: ['AWAITING_INTAKE', 'IN_TRIAGE'], oldestFirst: true },
    },
    { label: 'of a theme', filter: { themeId: 'T20' } },
    { label: 'completed', filter: { statuses: ['COMPLETED', 'FOLLOWED_UP'] } },
  ],
  VisitList: [
    { label: 'from today', filterDays: [0, 60] },
    { label: 'of a town', filterTown: true },
    { label: 'of one form', filter: { mode: 'ONLINE' } },
    { label: 'unanswered', unanswered: true },
  ],
  Search: [
    { label: 'rare word', words: '朱鷺保護' },
    { label: 'one letter', words: 'の' },
    { label: 'no such word', words: '存在しない語' },
    { label: 'two words', words: '介護 調達' },
  ],
};
