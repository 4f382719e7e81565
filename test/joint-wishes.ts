import { addDays, type FixedClock, type HubStaff, type SpecialistUser } from '@banso/kernel';
import type { Placement } from '@banso/engagement';
import type { Db } from '@banso/platform';
import { givenAgreement, type GivenAgreement, JointWork, personInput } from './joint-rows.js';
import { KURE } from './people.js';
import { today } from './requests.js';
import type { Granted } from './wishes.js';

const YEARS = { startsOn: addDays(today(), -400), endsOn: addDays(today(), 800) };

/** What each change about people who are shared needs, made by the services that people use. */
export class JointWishes {
  private agreement: GivenAgreement | null = null;
  private readonly work: JointWork;
  private meetings = 0;

  constructor(
    private readonly db: Db,
    clock: FixedClock,
    private readonly staff: HubStaff,
  ) {
    this.work = new JointWork(db, clock);
  }

  readonly makers: Readonly<Record<string, () => Promise<Granted>>> = {
    recordEmployment: async () =>
      this.hub({ specialistId: await this.person(), ...(await this.terms()), endsOn: null }),
    endEmployment: async () => this.hub({ id: await this.employment(), on: today() }),
    takeEmploymentBack: async () => this.hub({ id: await this.employment() }),
    defineTrainingModule: async () => this.hub({ code: 'C' }),
    setTrainingRule: async () => this.hub({}),
    recordTrainingCompletion: async () => this.hub({ specialistId: await this.person() }),
    takeTrainingCompletionBack: async () => this.hub({ id: await this.completion() }),
    planPlacement: async () => this.hub({ specialistId: await this.person(), ...(await this.terms()) }),
    startPlacement: async () => {
      const { id, specialistId } = await this.planned();
      await this.work.trained(this.staff, specialistId, [KURE]);
      return this.hub({ id });
    },
    endPlacement: async () => this.hub({ id: (await this.active()).id, on: today() }),
    cancelPlacement: async () => this.hub({ id: (await this.planned()).id }),
    openDemandSurvey: async () => this.hub({ deadlineOn: addDays(today(), 30) }),
    answerDemandSurvey: async () => ({ by: 'town', args: { surveyId: await this.survey() } }),
    closeDemandSurvey: async () => this.hub({ id: await this.survey() }),
    openRecruitment: async () => this.hub({ surveyId: await this.survey() }),
    closeRecruitment: async () => this.hub({ id: await this.recruitment() }),
    addApplicant: async () => this.hub({ recruitmentId: await this.recruitment() }),
    moveApplicant: async () => this.hub({ id: await this.applicant() }),
    hireApplicant: async () => {
      const id = await this.applicant();
      for (const step of ['SCREENING', 'OFFERED'] as const)
        await this.work.recruitments.move(this.staff, id, { step });
      return this.hub({ id, ...(await this.terms()), endsOn: null });
    },
    callSharingMeeting: async () => this.hub({ heldOn: addDays(today(), -this.meetings++) }),
    bringToSharingMeeting: async () =>
      this.hub({ meetingId: await this.meeting(), placementId: (await this.active()).id }),
    draftRotation: async () => {
      const { agreementId } = await this.terms();
      return this.hub({ id: null, leavesId: null, specialistId: await this.person(), agreementId });
    },
    applyRotation: async () => this.hub({ id: await this.rotation() }),
    withdrawRotation: async () => this.hub({ id: await this.rotation() }),
  };

  /** Rows that stand in the way of nothing else, by what they are; their words are `secret`. */
  async rows(she: SpecialistUser, secret: string): Promise<Record<string, string>> {
    const { recruitments, rotations } = this.work;
    const placement = await this.active(she.specialistId, secret);
    const recruitment = await this.recruitment(secret);
    const input = { ...APPLICANT, name: secret, contact: secret, appliedOn: today() };
    const applicant = await recruitments.receive(this.staff, recruitment, input);
    const rotation = await rotations.draft(this.staff, {
      title: secret,
      on: addDays(today(), 10),
      moves: [{ specialistId: she.specialistId, leavesId: placement.id }],
    });
    return {
      placement: placement.id,
      recruitment,
      applicant: applicant.id,
      rotation: rotation.id,
      employment: await this.employment(she.specialistId),
    };
  }

  private hub = (args: Record<string, unknown>): Granted => ({ by: 'hub', args });
  private person = () => this.work.person(this.staff);

  private async terms(): Promise<{ agreementId: string; partyId: string; startsOn: string; endsOn: string }> {
    this.agreement ??= await givenAgreement(this.db, '34', { towns: [KURE], ...YEARS });
    const { id: agreementId, partyId } = this.agreement;
    return { agreementId, partyId, startsOn: addDays(today(), -10), endsOn: addDays(today(), 300) };
  }

  private async employment(specialistId?: string): Promise<string> {
    const { employments } = this.work;
    const facts = { form: 'FIXED_TERM' as const, ...(await this.terms()), endsOn: null };
    return (await employments.record(this.staff, specialistId ?? (await this.person()), facts)).id;
  }

  private async completion(): Promise<string> {
    const completion = await this.work.trainings.complete(this.staff, {
      specialistId: await this.person(),
      moduleCode: 'A',
      completedOn: today(),
      evidence: 'x',
    });
    return completion.id;
  }

  private async planned(specialistId?: string, post = 'x'): Promise<Placement> {
    const { partyId: _, ...terms } = await this.terms();
    return this.work.placements.plan(this.staff, {
      ...terms,
      specialistId: specialistId ?? (await this.person()),
      municipalityId: KURE,
      post,
      weekly: ['MON_AM'],
    });
  }

  private async active(specialistId?: string, post?: string): Promise<Placement> {
    const placement = await this.planned(specialistId, post);
    await this.work.trained(this.staff, placement.specialistId, [KURE]);
    return this.work.placements.start(this.staff, placement.id);
  }

  private async survey(): Promise<string> {
    const survey = await this.work.surveys.open(this.staff, {
      title: 'x',
      fiscalYear: 2027,
      profiles: ['ENGINEER'],
      deadlineOn: addDays(today(), 30),
    });
    return survey.id;
  }

  private async recruitment(title = 'x'): Promise<string> {
    const recruitment = await this.work.recruitments.open(this.staff, {
      title,
      profileId: 'ENGINEER',
      people: 1,
      closesOn: addDays(today(), 30),
      retentionNote: 'x',
    });
    return recruitment.id;
  }

  private async applicant(): Promise<string> {
    const input = { ...APPLICANT, appliedOn: today() };
    return (await this.work.recruitments.receive(this.staff, await this.recruitment(), input)).id;
  }

  private async meeting(): Promise<string> {
    const heldOn = addDays(today(), -this.meetings++ % 9);
    return (await this.work.meetings.call(this.staff, { heldOn })).id;
  }

  private async rotation(): Promise<string> {
    const { id: leavesId, specialistId } = await this.active();
    const rotation = await this.work.rotations.draft(this.staff, {
      title: 'x',
      on: addDays(today(), 10),
      moves: [{ specialistId, leavesId }],
    });
    return rotation.id;
  }
}

const { name, kana, nameEn } = personInput({ prefectureId: '34' }, '応募 一郎');
const APPLICANT = { name, kana, nameEn, contact: 'x' };
