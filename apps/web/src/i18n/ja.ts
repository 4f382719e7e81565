import { answers } from './ja/answers';
import { exporting } from './ja/exporting';
import { imports } from './ja/imports';
import { attachments } from './ja/attachments';
import { attendance } from './ja/attendance';
import { costs } from './ja/costs';
import { invoices } from './ja/invoices';
import { reports } from './ja/reports';
import { taxEvidence } from './ja/tax-evidence';
import { account } from './ja/account';
import { availability, calendarFeeds } from './ja/availability';
import { agreements, parties } from './ja/agreements';
import { board } from './ja/board';
import { comparing } from './ja/comparing';
import { conflicts } from './ja/conflicts';
import { consultations } from './ja/consultations';
import { companions, dates } from './ja/dates';
import { frame } from './ja/frame';
import { handOver } from './ja/hand-over';
import { help } from './ja/help';
import { council } from './ja/council';
import { history } from './ja/history';
import { joint } from './ja/joint';
import { map } from './ja/map';
import { moving } from './ja/moving';
import { notices } from './ja/notices';
import { offices } from './ja/offices';
import { link, people } from './ja/people';
import { operations } from './ja/operations';
import { overview } from './ja/overview';
import { planning } from './ja/planning';
import { publishing } from './ja/publishing';
import { records } from './ja/records';
import { hubContact, preparation } from './ja/preparation';
import { quotas } from './ja/quotas';
import { requestForm, requests } from './ja/requests';
import { roles } from './ja/roles';
import { schedule } from './ja/schedule';
import { schemes } from './ja/schemes';
import { offline } from './ja/offline';
import { search } from './ja/search';
import { secondFactor } from './ja/second-factor';
import { session } from './ja/session';
import { specialists } from './ja/specialists';
import { towns } from './ja/towns';
import { travel } from './ja/travel';
import { travelClaims } from './ja/travel-claims';
import { triage } from './ja/triage';
import { ui } from './ja/ui';

/** Japanese: the words that every other language has to have too. */
export const ja = {
  ui,
  exporting,
  imports,
  session,
  frame,
  help,
  account,
  attachments,
  offline,
  search,
  overview,
  agreements,
  parties,
  secondFactor,
  people,
  records,
  link,
  roles,
  requests,
  requestForm,
  triage,
  consultations,
  conflicts,
  planning,
  map,
  moving,
  answers,
  board,
  comparing,
  publishing,
  schedule,
  dates,
  companions,
  specialists,
  availability,
  calendarFeeds,
  handOver,
  towns,
  notices,
  offices,
  council,
  travel,
  travelClaims,
  history,
  joint,
  operations,
  taxEvidence,
  invoices,
  reports,
  costs,
  attendance,
  quotas,
  preparation,
  hubContact,
  schemes,
} as const;
