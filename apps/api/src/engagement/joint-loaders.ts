import type { Actor } from '@banso/kernel';
import { type VisitInTheWay, visitsInTheWay } from '@banso/dispatch';
import {
  type Applicant,
  type ApplicantEvent,
  applicantHistoriesOf,
  applicantsOf,
  answersOf,
  type DemandAnswer,
  lineVersionsOf,
  missingAt,
  missingFor,
  type Module,
  type Obstacle,
  type Placement,
  type PlacementEvent,
  placementHistoriesOf,
  placementsByIds,
  placementsOf,
  type SharedLine,
  sharedLinesOf,
  SharingMeeting,
  startObstacles,
} from '@banso/engagement';
import { type Tx, versionsOf } from '@banso/platform';
import type DataLoader from 'dataloader';
import { In } from 'typeorm';

type Many<T> = DataLoader<string, readonly T[]>;
type MakeMany = <T>(
  load: (tx: Tx, reader: Actor, ids: string[]) => Promise<readonly T[]>,
  ownerOf: (row: T) => string,
) => Many<T>;

/** A row with the id to which it belongs. */
interface Owned<T> {
  readonly owner: string;
  readonly row: T;
}
const ownerOf = ({ owner }: Owned<unknown>): string => owner;

export interface JointLoaders {
  readonly placement: Many<Placement>;
  readonly placementsOfPerson: Many<Placement>;
  readonly placementHistory: Many<PlacementEvent>;
  readonly missingTraining: Many<Owned<Module>>;
  readonly startObstacles: Many<Owned<Obstacle>>;
  readonly visitsInTheWay: Many<VisitInTheWay>;
  readonly demandAnswers: Many<DemandAnswer>;
  readonly applicants: Many<Applicant>;
  readonly applicantHistory: Many<ApplicantEvent>;
  readonly sharedLines: Many<SharedLine>;
  readonly missingAt: Many<{ readonly meetingId: string; readonly placement: Placement }>;
  readonly lineVersion: Many<Owned<string>>;
  readonly answerVersion: Many<Owned<string>>;
  readonly rotationVersion: Many<Owned<string>>;
}

const waiting = (placements: readonly Placement[]): Placement[] =>
  placements.filter(({ status }) => status === 'PLANNED');

/** Of people who are hired together, trained and placed: loaded for many records at a time. */
export const jointLoaders = (many: MakeMany): JointLoaders => ({
  placement: many(placementsByIds, ({ id }) => id),
  placementsOfPerson: many(placementsOf, ({ specialistId }) => specialistId),
  placementHistory: many(
    (tx, _, ids) => placementHistoriesOf(tx, ids),
    ({ placementId }) => placementId,
  ),
  missingTraining: many(async (tx, reader, ids) => {
    const planned = waiting(await placementsByIds(tx, reader, ids));
    const missing = await missingFor(tx, reader, planned);
    return planned.flatMap(({ id }, n) => (missing[n] ?? []).map((row) => ({ owner: id, row })));
  }, ownerOf),
  startObstacles: many(async (tx, reader, ids) => {
    const rows: Owned<Obstacle>[] = [];
    for (const placement of waiting(await placementsByIds(tx, reader, ids)))
      for (const row of await startObstacles(tx, reader, placement)) rows.push({ owner: placement.id, row });
    return rows;
  }, ownerOf),
  visitsInTheWay: many(
    async (tx, reader, ids) => visitsInTheWay(tx, reader, await placementsByIds(tx, reader, ids)),
    ({ placementId }) => placementId,
  ),
  demandAnswers: many(answersOf, ({ surveyId }) => surveyId),
  applicants: many(applicantsOf, ({ recruitmentId }) => recruitmentId),
  applicantHistory: many(
    (tx, _, ids) => applicantHistoriesOf(tx, ids),
    ({ applicantId }) => applicantId,
  ),
  sharedLines: many(sharedLinesOf, ({ meetingId }) => meetingId),
  missingAt: many(
    async (tx, reader, ids) => missingAt(tx, reader, await tx.findBy(SharingMeeting, { id: In(ids) })),
    ({ meetingId }) => meetingId,
  ),
  lineVersion: many(async (tx, reader, keys) => owned(await lineVersionsOf(tx, reader, keys)), ownerOf),
  answerVersion: many(
    async (tx, reader, keys) => owned(await versionsOf(tx, reader, 'demand_answer', keys)),
    ownerOf,
  ),
  rotationVersion: many(
    async (tx, reader, keys) => owned(await versionsOf(tx, reader, 'rotation', keys)),
    ownerOf,
  ),
});

const owned = (versions: ReadonlyMap<string, string>): Owned<string>[] =>
  [...versions].map(([owner, row]) => ({ owner, row }));

/** The one version that a key has. */
export const versionOf = async (loader: Many<Owned<string>>, key: string): Promise<string> =>
  (await loader.load(key))[0]?.row ?? '0';
