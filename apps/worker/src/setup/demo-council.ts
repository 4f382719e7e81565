import { isWorkingDay } from '@banso/directory';
import {
  DeclarationService,
  MeetingService,
  type RoundStop,
  RoundService,
  signatoriesOf,
  stopsOf,
} from '@banso/engagement';
import { addDays, fiscalYearOf, type FixedClock, type LocalDate } from '@banso/kernel';
import type { Db } from '@banso/platform';
import type { DemoCouncil, DemoPrefecture } from './demo-files.js';
import type { DemoPeople } from './demo-people.js';

interface Services {
  readonly db: Db;
  readonly clock: FixedClock;
  readonly now: Date;
}

/** What a prefecture and its towns do together, where the file says so: declaration, meetings, a round under way. */
export async function makeCouncil(
  services: Services,
  { council }: DemoPrefecture,
  people: DemoPeople,
): Promise<void> {
  if (!council) return;
  services.clock.moveTo(services.now);
  await makeDeclaration(services, council.declaration, people);
  await makeMeetings(services, council.meetings, people);
  await makeRound(services, council, people);
}

async function makeDeclaration(
  { db, clock }: Services,
  { declaredDaysAgo, governor, heads, ...words }: DemoCouncil['declaration'],
  { hub }: DemoPeople,
): Promise<void> {
  const service = new DeclarationService(db, clock);
  const signedOn = workingDay(addDays(clock.today(), -declaredDaysAgo));
  const { id } = await service.keep(hub, { ...words, declaredOn: signedOn });
  const signatories = await db.read(hub, (tx) => signatoriesOf(tx, [id]));
  for (const { id: signatoryId, municipalityId, title } of signatories) {
    const name = municipalityId === null ? governor : heads[municipalityId];
    if (name) await service.sign(hub, signatoryId, { title, name, signedOn });
  }
}

async function makeMeetings(
  { db, clock }: Services,
  meetings: DemoCouncil['meetings'],
  { hub }: DemoPeople,
): Promise<void> {
  const service = new MeetingService(db, clock);
  for (const { kind, title, offsetDays, record, came, cases } of meetings) {
    const { id } = await service.plan(hub, {
      kind,
      title,
      heldOn: workingDay(addDays(clock.today(), offsetDays)),
    });
    if (record !== undefined)
      await service.hold(hub, id, {
        record,
        came: Object.entries(came).map(([municipalityId, count]) => ({ municipalityId, people: count })),
        cases: cases.map(({ municipality, ...one }) => ({ municipalityId: municipality, ...one })),
      });
  }
}

/** Some towns are visited, with their issues; the next ones have their day. */
async function makeRound(
  { db, clock }: Services,
  { leader, round: wish }: DemoCouncil,
  { hub, specialistOf }: DemoPeople,
): Promise<void> {
  const service = new RoundService(db, clock);
  const fiscalYear = fiscalYearOf(clock.today());
  const specialistId = specialistOf(leader);
  const { id } = await service.open(hub, { fiscalYear, kind: 'VISIT', specialistId });
  const stopsNow = (): Promise<RoundStop[]> => db.read(hub, (tx) => stopsOf(tx, hub, [id]));
  const places = (await stopsNow()).map(({ municipalityId, tour }) => ({
    municipalityId,
    tour,
    ferryNote: wish.ferryNotes[municipalityId] ?? null,
  }));
  await service.arrange(hub, id, { stops: places });
  const stops = await stopsNow();
  for (const [index, stop] of stops.slice(0, wish.visited).entries()) {
    const on = dayOf(fiscalYear, addDays(clock.today(), (index - wish.visited) * 5));
    await service.move(hub, stop.id, { status: 'DATED', on });
    await service.move(hub, stop.id, { status: 'COMPANION_SET', companion: wish.companion });
    await service.move(hub, stop.id, { status: 'VISITED' });
    const words = wish.issues[index];
    if (words === undefined) continue;
    await service.move(hub, stop.id, { status: 'ISSUES_NOTED', words });
    if (index < wish.handled) await service.move(hub, stop.id, { status: 'HANDLED', words: wish.handling });
  }
}

/** The last working day on or before a date. */
function workingDay(date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** The same within the fiscal year; its first day where there is none. */
function dayOf(fiscalYear: number, date: LocalDate): LocalDate {
  const first: LocalDate = `${fiscalYear}-04-01`;
  const day = workingDay(date);
  return day < first ? first : day;
}
