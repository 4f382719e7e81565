import { Account } from '@banso/directory';
import { type Clock, FixedClock } from '@banso/kernel';
import type { Config, Db } from '@banso/platform';
import { Raw } from 'typeorm';
import { makeAftermath } from './demo-aftermath.js';
import { proposeOtherDay } from './demo-answers.js';
import { draftFourWeeks } from './demo-board.js';
import { makeCouncil } from './demo-council.js';
import { askForDates } from './demo-dates.js';
import { makeEngagement } from './demo-engagement.js';
import { type DemoPrefecture, readDemo } from './demo-files.js';
import { makeHistory, setTargets } from './demo-overview.js';
import { makeOperator } from './demo-operator.js';
import { makePeople } from './demo-people.js';
import { publishFortnight } from './demo-plan.js';
import { makeTravelRule } from './demo-travel.js';
import { fillTownDesks } from './demo-town-desk.js';
import { describeTowns } from './demo-towns.js';
import { makeWork } from './demo-work.js';

export interface DemoCounts {
  readonly specialists: number;
  readonly requests: number;
  readonly consultations: number;
}

/**
 * Fills an empty system with fictitious prefectures, through the services that people use. Null when somebody
 * works with this database already. Until all is there its accounts stay closed, so that a demonstration whose
 * making was interrupted is told from a real one and made again.
 */
export async function ensureDemo(db: Db, clock: Clock, config: Config): Promise<DemoCounts | null> {
  if (await isInUse(db)) return null;
  await clearUnfinished(db);
  const prefectures = readDemo(config.BANSO_DATA_DIR);
  let pastCases = 0;
  let onDesks = 0;
  for (const prefecture of prefectures) {
    const past = new FixedClock(clock.now());
    const people = await makePeople({ db, clock: past }, prefecture, config.BANSO_DEMO_PASSWORD);
    const services = { db, clock: past, now: clock.now() };
    await describeTowns(services, prefecture, people);
    await makeTravelRule(services, people);
    pastCases += await makeHistory(services, people);
    pastCases += await makeAftermath(services, people);
    await makeWork(services, prefecture, people);
    await makeCouncil(services, prefecture, people);
    await makeEngagement(services, prefecture, people);
    await setTargets(services, people);
    await publishFortnight(services, people);
    await askForDates(services, people);
    await proposeOtherDay(services, people);
    onDesks += await fillTownDesks(services, prefecture, people);
    await draftFourWeeks(services, people);
  }
  await makeOperator({ db, clock }, config.BANSO_DEMO_PASSWORD);
  await db.system(null, async (tx) => {
    await tx.update(Account, { disabledAt: BORN_CLOSED }, { disabledAt: null });
  });
  return {
    specialists: count(prefectures, 'specialists'),
    requests: count(prefectures, 'requests') + pastCases + onDesks,
    consultations: count(prefectures, 'consultations'),
  };
}

/** An account that somebody closes later was open before. */
const BORN_CLOSED = Raw((column) => `${column} = created_at`);

const isInUse = (db: Db): Promise<boolean> =>
  db.system(null, async (tx) => {
    const all = await tx.count(Account);
    return all > (await tx.countBy(Account, { disabledAt: BORN_CLOSED }));
  });

/** Nobody has ever been able to sign in: everything that hangs on an account or a prefecture is the demo's own. */
async function clearUnfinished(db: Db): Promise<void> {
  await db.owner(async (tx) => {
    await tx.query(`TRUNCATE outbox, hub_contact, overview_target, training_rule, party, agreement, placement, office, declaration, council_meeting, town_round, account, specialist, expert_field, number_series, support_request, consultation
      CASCADE`);
  });
}

const count = (
  prefectures: readonly DemoPrefecture[],
  what: 'specialists' | 'requests' | 'consultations',
): number => prefectures.reduce((sum, prefecture) => sum + prefecture[what].length, 0);
