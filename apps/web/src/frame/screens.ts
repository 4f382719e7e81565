import type { ParseKeys } from 'i18next';
import type { Viewer } from '../session';

/** A screen that can be gone to by its name. */
export interface Screen {
  readonly to: string;
  readonly label: ParseKeys;
  /** How the name is read, and what else it is called: to be found by. */
  readonly also: string;
  /** Only for who holds one of these duties. */
  readonly duties?: readonly string[];
}

const EVERYBODY: readonly Screen[] = [
  { to: '/', label: 'session.notFound.home', also: 'ほーむ home' },
  { to: '/search', label: 'search.title', also: 'けんさく search' },
  {
    to: '/account',
    label: 'account.title',
    also: 'あかうんと ぱすわーど せってい account password settings',
  },
];

const TOLD: readonly Screen[] = [
  { to: '/notices', label: 'notices.inbox', also: 'つうち じゅしんばこ notices inbox' },
  {
    to: '/notices/settings',
    label: 'frame.screens.noticeSettings',
    also: 'つうちのせってい めーる mail settings',
  },
];

const SHARED_ENGAGEMENTS: readonly Screen[] = [
  { to: '/engagements/agreements', label: 'agreements.place', also: 'きょうてい agreements' },
  { to: '/engagements/attendance', label: 'attendance.title', also: 'きんむ にっすう days attendance' },
  { to: '/engagements/placements', label: 'joint.places.placements', also: 'はいち はいぞく placements' },
  { to: '/engagements/sharing-meetings', label: 'joint.places.meetings', also: 'きょうゆう かいぎ meetings' },
];

const COUNCIL: readonly Screen[] = [
  { to: '/engagements/costs', label: 'costs.title', also: 'ひよう ふたん costs' },
  { to: '/engagements/invoices', label: 'invoices.title', also: 'せいきゅう invoices' },
  { to: '/engagements/surveys', label: 'joint.places.surveys', also: 'じゅようちょうさ surveys' },
  { to: '/engagements/declaration', label: 'council.declaration', also: 'せんげん declaration' },
  { to: '/engagements/meetings', label: 'council.meetings', also: 'すいしんかいぎ きょうぎかい council' },
  { to: '/engagements/rounds', label: 'council.rounds', also: 'じゅんかい rounds' },
  { to: '/engagements/fields', label: 'council.fields', also: 'ぶんや fields' },
  { to: '/engagements/offices', label: 'offices.place', also: 'すいしんしつ offices' },
  { to: '/engagements/quotas', label: 'quotas.title', also: 'わく じょうげん quotas' },
  { to: '/engagements/schemes', label: 'schemes.title', also: 'せいど schemes' },
];

const SCREENS: Readonly<Record<Viewer['role'], readonly Screen[]>> = {
  HUB_STAFF: [
    { to: '/board', label: 'roles.nav.board', also: 'けいかくばん board plan' },
    {
      to: '/triage',
      label: 'roles.nav.cases',
      also: 'たいおうをきめる あたらしいいらい triage decide',
    },
    { to: '/overview', label: 'roles.nav.overview', also: 'じょうきょう すうじ しひょう figures overview' },
    { to: '/overview/report', label: 'overview.brief', also: 'ぎかい ほうこく いんさつ report assembly' },
    { to: '/inbox', label: 'requests.inbox.title', also: 'いらい うけつけ requests inbox' },
    {
      to: '/requests/new',
      label: 'roles.hub.writeRequest',
      also: 'いらいをかく new request',
      duties: ['COORDINATOR'],
    },
    { to: '/consultations', label: 'roles.nav.consultations', also: 'そうだん questions' },
    {
      to: '/consultations/new',
      label: 'roles.hub.writeQuestion',
      also: 'そうだんをかく new question',
      duties: ['COORDINATOR'],
    },
    { to: '/plans', label: 'planning.title', also: 'けいかく plans' },
    { to: '/plans/policy', label: 'planning.policy.title', also: 'けいかくのほうしん policy' },
    { to: '/plans/repair', label: 'planning.repair.title', also: 'きゅうなやすみ たてなおし repair' },
    { to: '/plans/towns', label: 'towns.title', also: 'しちょうそんのじじょう towns' },
    { to: '/visits', label: 'schedule.visitsTitle', also: 'ほうもん visits' },
    { to: '/visits/proposals', label: 'answers.title', also: 'べつのひのていあん proposals' },
    { to: '/dates', label: 'dates.title', also: 'にってい しょうかい dates' },
    { to: '/companions', label: 'companions.own', also: 'どうこう companions' },
    { to: '/reports', label: 'reports.listTitle', also: 'ほうこく reports' },
    { to: '/cases', label: 'reports.shared.title', also: 'じれいしゅう cases' },
    {
      to: '/specialists',
      label: 'specialists.listTitle',
      also: 'じんざい せんもんじんざい めいぼ specialists people',
    },
    { to: '/availability', label: 'specialists.tabs.availability', also: 'あき availability' },
    { to: '/travel', label: 'travel.title', also: 'いどうじかん travel' },
    { to: '/people', label: 'people.title', also: 'しょくいん あかうんと しょうたい people invite' },
    { to: '/imports', label: 'imports.title', also: 'とりこみ えくせる めいぼ import excel' },
    { to: '/retention', label: 'records.title', also: 'ほぞんきかん しょうきょ retention' },
    { to: '/engagements', label: 'roles.nav.engagements', also: 'きょうてい ひよう agreements costs' },
    { to: '/engagements/parties', label: 'parties.place', also: 'とうじしゃ parties' },
    { to: '/engagements/travel-claims', label: 'travelClaims.title', also: 'りょひ せいきゅう claims' },
    {
      to: '/engagements/tax-evidence',
      label: 'taxEvidence.title',
      also: 'とくべつこうふぜい しょうひょう tax',
    },
    { to: '/engagements/training', label: 'joint.places.training', also: 'けんしゅう training' },
    {
      to: '/engagements/recruitment',
      label: 'joint.places.recruitment',
      also: 'さいよう ぼしゅう recruitment',
    },
    { to: '/engagements/rotation', label: 'joint.places.rotation', also: 'いどう ろーてーしょん rotation' },
    ...SHARED_ENGAGEMENTS,
    ...COUNCIL,
  ],
  MUNICIPALITY_STAFF: [
    {
      to: '/requests/new',
      label: 'roles.nav.newRequest',
      also: 'いらいする あたらしいいらい new request',
      duties: ['REQUESTER'],
    },
    { to: '/requests', label: 'roles.nav.requestList', also: 'いらいいちらん requests' },
    { to: '/consultations', label: 'roles.nav.consultations', also: 'そうだん questions' },
    {
      to: '/consultations/new',
      label: 'frame.screens.ask',
      also: 'そうだんする しつもん ask question',
      duties: ['REQUESTER'],
    },
    { to: '/schedule', label: 'roles.nav.schedule', also: 'よてい ほうもん schedule visits' },
    { to: '/dates', label: 'dates.title', also: 'にってい しょうかい dates' },
    { to: '/reports', label: 'reports.listTitle', also: 'ほうこく reports' },
    { to: '/cases', label: 'reports.shared.title', also: 'じれいしゅう cases' },
    { to: '/town', label: 'towns.ownTitle', also: 'しちょうそんのじじょう our town' },
    { to: '/calendar-feeds', label: 'schedule.feeds', also: 'よていひょう かれんだー calendar' },
    { to: '/people', label: 'people.title', also: 'しょくいん しょうたい people', duties: ['MANAGER'] },
    { to: '/imports', label: 'imports.title', also: 'とりこみ えくせる import' },
    { to: '/engagements', label: 'roles.nav.engagements', also: 'きょうてい ひよう agreements costs' },
    ...SHARED_ENGAGEMENTS,
    ...COUNCIL,
  ],
  SPECIALIST: [
    { to: '/requests', label: 'roles.nav.requests', also: 'いらい だしん cases offers' },
    { to: '/consultations', label: 'roles.nav.consultations', also: 'そうだん questions' },
    { to: '/availability', label: 'availability.title', also: 'あき やすみ availability' },
    { to: '/reports', label: 'reports.listTitle', also: 'ほうこく reports' },
    { to: '/cases', label: 'reports.shared.title', also: 'じれいしゅう cases' },
    { to: '/firms', label: 'roles.nav.firms', also: 'しょぞくさき けんぎょう firms' },
    { to: '/calendar-feeds', label: 'schedule.feeds', also: 'よていひょう かれんだー calendar' },
    { to: '/engagements/travel-claims', label: 'travelClaims.title', also: 'りょひ せいきゅう claims' },
    { to: '/engagements/training', label: 'joint.places.training', also: 'けんしゅう training' },
    { to: '/engagements', label: 'roles.nav.engagements', also: 'きょうてい agreements' },
    ...SHARED_ENGAGEMENTS,
  ],
  OPERATOR: [
    { to: '/operations', label: 'roles.nav.operations', also: 'うんよう operations' },
    { to: '/people', label: 'roles.nav.operators', also: 'うんようしゃ operators' },
  ],
};

/** Every screen that somebody in this role can go to by name. */
export function screensOf({ role, duties }: Viewer): readonly Screen[] {
  const all = [...SCREENS[role], ...(role === 'OPERATOR' ? [] : TOLD), ...EVERYBODY];
  return all.filter(
    (screen) => !screen.duties || screen.duties.some((duty) => duties.some((own) => own === duty)),
  );
}
