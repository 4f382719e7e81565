import { HubContactService } from '@banso/directory';
import { listVisits, preparationOf, VisitPreparationService } from '@banso/dispatch';
import { type Clock, localDateOf } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { SupportRequestIntakeService } from '@banso/support';
import type { DemoPeople } from './demo-people.js';
import type { DemoPrefecture } from './demo-files.js';

/** Numbers that no telephone has. */
const PHONES: Readonly<Record<string, string>> = {
  '34': '082-000-0000',
  '38': '089-000-0000',
  '06': '023-000-0000',
};

/**
 * What towns do at their own desk: whom they call, what is half written or waits for a superior, a visit got ready.
 * Returns how many requests lie there.
 */
export async function fillTownDesks(
  { db, clock, now }: { readonly db: Db; readonly clock: Clock; readonly now: Date },
  prefecture: DemoPrefecture,
  people: DemoPeople,
): Promise<number> {
  const { hub } = people;
  await new HubContactService(db, clock).set(hub, {
    section: 'デジタル推進課 市町村支援担当',
    person: hub.name,
    phone: PHONES[hub.prefectureId] ?? '000-000-0000',
    hours: '平日 8:30〜17:15',
    // What an interrupted demonstration had written still stands in the log.
    seen: null,
  });
  const town = [...people.towns.values()].find(({ municipalityId }) =>
    prefecture.requests.some((request) => request.municipality === municipalityId),
  );
  if (!town) return 0;
  const intake = new SupportRequestIntakeService(db, clock);
  const half = {
    urgency: 'NORMAL',
    mode: 'EITHER',
    visits: 1,
    visitMinutes: 120,
    minGapDays: 14,
    wished: [],
    possible: [],
    onlyWished: false,
    entrustSelection: true,
    contactSection: '総務課 情報係',
  } as const;
  await intake.draft(town, {
    ...half,
    title: '職員研修・講演',
    trouble: '・今：研修の対象は40人くらい、時間は2時間\n・困るのは：何を話してもらうとよいか決められない',
    groupId: 'STAFF',
    themeId: 'T15',
    answered: [],
  });
  const asked = await intake.draft(town, {
    ...half,
    title: '電子決裁・文書管理',
    trouble: '・今：決裁が紙の持ち回りで、席にいないと止まる\n・困るのは：文書の規程が紙のままになっている',
    groupId: 'STAFF',
    themeId: 'T05',
    mode: 'ON_SITE',
    answered: ['MODE', 'DATES'],
  });
  await intake.sendForApproval(town, asked.id);
  await prepareNext({ db, clock, now }, people);
  return 2;
}

/** Each town has begun to get ready for its next visit. */
async function prepareNext(
  { db, clock, now }: { readonly db: Db; readonly clock: Clock; readonly now: Date },
  { towns }: DemoPeople,
): Promise<void> {
  const service = new VisitPreparationService(db, clock);
  for (const town of towns.values()) {
    const visit = await db.read(town, async (tx) => {
      const filter = { from: localDateOf(now), statuses: ['PUBLISHED', 'CONFIRMED'] as const };
      const { rows } = await listVisits(
        tx,
        town,
        { ...filter, statuses: [...filter.statuses] },
        { first: 1 },
      );
      return rows[0] ?? null;
    });
    if (!visit) continue;
    const known = await db.read(town, (tx) => preparationOf(tx, town, visit.id));
    await service.prepare(town, visit.id, {
      purpose: known.purpose,
      things: known.things.map((thing, i) => ({ ...thing, done: i === 0 })),
      room: '本庁舎3階 第2会議室',
      parking: '正面駐車場の来客用',
      contact: known.contact,
      remarks: '',
      seen: '0',
    });
  }
}
