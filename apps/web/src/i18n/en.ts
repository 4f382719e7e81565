import { answers } from './en/answers';
import { exporting } from './en/exporting';
import { imports } from './en/imports';
import { attachments } from './en/attachments';
import { attendance } from './en/attendance';
import { costs } from './en/costs';
import { invoices } from './en/invoices';
import { reports } from './en/reports';
import { taxEvidence } from './en/tax-evidence';
import { account } from './en/account';
import { availability, calendarFeeds } from './en/availability';
import { agreements, parties } from './en/agreements';
import { board } from './en/board';
import { comparing } from './en/comparing';
import { conflicts } from './en/conflicts';
import { consultations } from './en/consultations';
import { companions, dates } from './en/dates';
import { frame } from './en/frame';
import { handOver } from './en/hand-over';
import { help } from './en/help';
import { council } from './en/council';
import { history } from './en/history';
import { joint } from './en/joint';
import { map } from './en/map';
import { moving } from './en/moving';
import { notices } from './en/notices';
import { offices } from './en/offices';
import { link, people } from './en/people';
import { operations } from './en/operations';
import { overview } from './en/overview';
import { planning } from './en/planning';
import { publishing } from './en/publishing';
import { records } from './en/records';
import { hubContact, preparation } from './en/preparation';
import { quotas } from './en/quotas';
import { requestForm, requests } from './en/requests';
import { roles } from './en/roles';
import { schedule } from './en/schedule';
import { schemes } from './en/schemes';
import { offline } from './en/offline';
import { search } from './en/search';
import { secondFactor } from './en/second-factor';
import { session } from './en/session';
import { specialists } from './en/specialists';
import { towns } from './en/towns';
import { travel } from './en/travel';
import { travelClaims } from './en/travel-claims';
import { triage } from './en/triage';
import { ui } from './en/ui';
import type { Catalogue } from './catalogue';
import type { ja } from './ja';

export const en: Catalogue<typeof ja> = {
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
};
