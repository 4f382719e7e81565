import { randomUUID } from 'node:crypto';
import { addDays, type HubStaff } from '@banso/kernel';
import {
  type AgreementKind,
  EmploymentService,
  PlacementService,
  RecruitmentService,
  RotationService,
  SharingService,
  TrainingService,
  DemandService,
} from '@banso/engagement';
import { Clock } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { SpecialistService } from '@banso/talent';
import { MIHARA } from './people.js';

interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** An agreement that others may have made, with a party for each town and one that employs. */
export interface GivenAgreement extends Term {
  readonly id: string;
  readonly partyId: string;
}

let serial = 0;

export interface AgreementWish extends Term {
  readonly towns: readonly string[];
  readonly kind?: AgreementKind;
  readonly status?: string;
  readonly cap?: number;
}

/** Stores an agreement as it stands once its parties have signed it. */
export async function givenAgreement(
  db: Db,
  prefectureId: string,
  { towns, startsOn, endsOn, kind = 'JOINT_HIRE', status = 'ACTIVE', cap }: AgreementWish,
): Promise<GivenAgreement> {
  const [id, partyId, n] = [randomUUID(), randomUUID(), ++serial];
  await db.system(prefectureId, async (tx) => {
    await tx.query(
      `INSERT INTO party (id, prefecture_id, kind, name, name_en) VALUES ($1, $2, 'PREFECTURE', $3, 'x')`,
      [partyId, prefectureId, `県 ${n}`],
    );
    await tx.query(
      `INSERT INTO agreement (id, prefecture_id, number, title, kind, status, starts_on, ends_on, monthly_days,
         monthly_rule, notice_days, duties, confidentiality)
       VALUES ($1, $2, $3, '共同採用の協定', $4, $5, $6, $7, $8, $9, 90, 'x', 'x')`,
      [
        id,
        prefectureId,
        `T8-${String(n).padStart(4, '0')}`,
        kind,
        status,
        startsOn,
        endsOn,
        cap ?? null,
        cap ? 'CAP' : null,
      ],
    );
    for (const [position, town] of towns.entries()) {
      await tx.query(
        `INSERT INTO party (id, prefecture_id, kind, municipality_id, name, name_en)
         VALUES ($1, $2, 'MUNICIPALITY', $3, $4, 'x') ON CONFLICT (municipality_id) WHERE municipality_id IS NOT NULL DO NOTHING`,
        [randomUUID(), prefectureId, town, `町 ${town}`],
      );
      await tx.query(
        `INSERT INTO agreement_party (prefecture_id, agreement_id, party_id, municipality_id, part, signatory_title,
           signatory_name, position)
         SELECT $1, $2, id, $3, 'HOST', 'x', 'x', $4 FROM party WHERE municipality_id = $3`,
        [prefectureId, id, town, position],
      );
    }
  });
  return { id, partyId, startsOn, endsOn };
}

/** Services of hiring together, and rows that a test needs again and again. */
export class JointWork {
  readonly employments: EmploymentService;
  readonly trainings: TrainingService;
  readonly placements: PlacementService;
  readonly surveys: DemandService;
  readonly recruitments: RecruitmentService;
  readonly meetings: SharingService;
  readonly rotations: RotationService;

  constructor(
    readonly db: Db,
    readonly clock: Clock,
  ) {
    this.employments = new EmploymentService(db, clock);
    this.trainings = new TrainingService(db, clock);
    this.placements = new PlacementService(db, clock);
    this.surveys = new DemandService(db, clock);
    this.recruitments = new RecruitmentService(db, clock);
    this.meetings = new SharingService(db, clock);
    this.rotations = new RotationService(db, clock);
  }

  /** Somebody new in the pool, working every half-day of the office week. */
  async person(staff: HubStaff, name = `共同 ${++serial}`): Promise<string> {
    const specialist = await new SpecialistService(this.db).register(staff, personInput(staff, name));
    return specialist.id;
  }

  /** Has done the basics, and the towns named. */
  async trained(
    staff: HubStaff,
    specialistId: string,
    towns: readonly string[] = [],
    basics = true,
  ): Promise<void> {
    const completedOn = addDays(this.clock.today(), -1);
    const done = { specialistId, completedOn, evidence: '受講票' };
    if (basics) await this.trainings.complete(staff, { ...done, moduleCode: 'A' });
    for (const municipalityId of towns)
      await this.trainings.complete(staff, { ...done, moduleCode: 'B', municipalityId });
  }
}

export const OFFICE_WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI'] as const;

/** Whole days of the week. */
export const days = (...names: readonly (typeof OFFICE_WEEK)[number][]) =>
  names.flatMap((name) => [`${name}_AM`, `${name}_PM`] as const);

export const personInput = ({ prefectureId }: Pick<HubStaff, 'prefectureId'>, name: string) => ({
  name,
  kana: 'きょうどう',
  nameEn: 'Joint Hire',
  profileId: 'ENGINEER',
  baseId: prefectureId === '34' ? MIHARA : `${prefectureId}2019`,
  employment: '県と市町の共同採用',
  employmentEn: 'Jointly hired',
  modes: ['ON_SITE' as const, 'ONLINE' as const],
  monthlyDays: null,
  weekly: days(...OFFICE_WEEK),
});
