import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, type GraphQLField, isInputObjectType } from 'graphql';

/** They write over values that somebody else may have changed: whoever writes says which version was read. */
const CHECKED_BY_VERSION = [
  'answerDemandSurvey',
  'arrangeTownRound',
  'bringToSharingMeeting',
  'changeDuties',
  'classifySupportRequest',
  'clearTravelTime',
  'defineExpertField',
  'draftRotation',
  'keepDeclaration',
  'keepOffice',
  'moveProposedVisit',
  'raiseQuota',
  'reassignConsultation',
  'renameAttachment',
  'reviseAgreement',
  'reviseParty',
  'reviseQuota',
  'reviseSpecialist',
  'reviseSupportRequest',
  'setCostMatrix',
  'setDeskDuty',
  'setPlanningPolicy',
  'setPrefectureScheme',
  'setProcurement',
  'setRetention',
  'setTownProfile',
  'setTrainingRule',
  'setTravelTime',
  'submitSupportRequest',
];

/** Each is granted in some states only and leaves them: the second comes too late, and is told so. */
const GUARDED_BY_STATE = [
  'acceptSupportRequest',
  'acceptVisit',
  'adviseSupportRequest',
  'answerConsultation',
  'answerOffer',
  'applyRotation',
  'approveDispatch',
  'askFurther',
  'beginTriage',
  'cancelCouncilMeeting',
  'cancelInvoice',
  'cancelOfficeSession',
  'cancelPlacement',
  'cancelPlanningRun',
  'cancelVisit',
  'closeConsultation',
  'closeDemandSurvey',
  'closeRecruitment',
  'completeVisit',
  'concludeAgreement',
  'consultAgreement',
  'consultExtension',
  'declineExtension',
  'declineSupportRequest',
  'declineVisit',
  'discardInvoice',
  'discardPlanningRun',
  'endEmployment',
  'endMembership',
  'endPlacement',
  'endQuota',
  'erasePerson',
  'extendAgreement',
  'hireApplicant',
  'issueInvoice',
  'joinByInvitation',
  'moveApplicant',
  'moveOfficeMember',
  'moveRoundStop',
  'publishPlan',
  'rankShortlist',
  'recordCouncilMeeting',
  'recordOfficeSession',
  'referSupportRequest',
  'removeAttachment',
  'removeAttendance',
  'removeCostActual',
  'removeDayOff',
  'removeSchemeUse',
  'removeSpecialistFirm',
  'removeTaxMeasure',
  'reselectSpecialist',
  'resumeSupport',
  'retryOutboxRows',
  'returnAgreement',
  'returnSupportRequest',
  'sendSupportRequestForApproval',
  'shortlistSpecialists',
  'signDeclaration',
  'startPlacement',
  'stopPlanningRun',
  'suspendSupport',
  'takeBackSignature',
  'takeEmploymentBack',
  'takeTrainingCompletionBack',
  'terminateSupport',
  'turnConsultationIntoRequest',
  'withdrawAgreement',
  'withdrawConsultation',
  'withdrawInvitation',
  'withdrawRotation',
  'withdrawSupportRequest',
];

/** New rows; where one of its kind may stand only once, the second is refused. */
const CREATES = [
  'acceptInvitation',
  'addApplicant',
  'addDayOff',
  'addParty',
  'addSchemeWindow',
  'askExpert',
  'callSharingMeeting',
  'draftAgreement',
  'draftInvoice',
  'draftSupportRequest',
  'enterCostActual',
  'exportHistory',
  'exportMyData',
  'exportTaxEvidence',
  'inviteFirstHubAccount',
  'invitePerson',
  'issuePasswordReset',
  'makeAgreementPaper',
  'makeDecisionNotice',
  'makeInvoicePaper',
  'makeRequestForm',
  'makeRequestSheet',
  'makeVisitPlan',
  'noteOfficeTime',
  'openDemandSurvey',
  'openRecruitment',
  'openTownRound',
  'planCouncilMeeting',
  'planOfficeSession',
  'planPlacement',
  'proposeOfficeMember',
  'recordAttendance',
  'recordEmployment',
  'recordSchemeUse',
  'recordSpecialistFirm',
  'recordTrainingCompletion',
  'registerSpecialist',
  'requestPlanningRun',
  'setQuota',
  'stateTaxMeasure',
];

/** Nobody but the person changes it: accounts, factors and sessions. */
const OWN_ONLY = [
  'beginIdentityJoin',
  'beginIdentityLink',
  'beginIdentitySignIn',
  'beginPasskey',
  'beginPasskeySignIn',
  'beginTotp',
  'changePassword',
  'confirmTotp',
  'endSession',
  'registerPasskey',
  'reissueRecoveryCodes',
  'removePasskey',
  'removeTotp',
  'resetPassword',
  'signIn',
  'signInWithPasskey',
  'signOut',
  'signOutEverywhere',
  'switchMembership',
  'unlinkIdentity',
];

/** They write over something, and need no version for a reason of their own. */
const WITH_REASON: Readonly<Record<string, string>> = {
  applyRepair:
    'the option is reckoned again from the rows of the moment; one that no longer holds is refused',
  applyUrgentOption: 'the same',
  assessSkill: 'a finding is added; the one before stays to be read, with its assessor',
  endAgreementEarly:
    'the last day only comes forward: one that is not earlier than the first said is refused',
  defineTrainingModule: 'words of a module, the last of which hold; for whom it is stays',
  handOverSpecialistWork:
    'moves what still lies with the one person, and of that only what was shown; rows are taken first',
  handOverWork: 'moves what names the one person at that moment; whatever names another by then stays',
  pinProposedVisit: 'one yes or no: whoever says it saw the contrary, or the same',
  pinVisit: 'the same',
  removeSchemeWindow: 'a date that is taken back stays so: twice is once',
};

describe('every mutation', () => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

  it('is known for how it keeps from writing over what its writer has not read', () => {
    const known = [
      ...CHECKED_BY_VERSION,
      ...GUARDED_BY_STATE,
      ...CREATES,
      ...OWN_ONLY,
      ...Object.keys(WITH_REASON),
    ];
    expect([...known].sort()).toEqual(mutations.map(({ name }) => name).sort());
  });

  it('that is checked by a version asks for it, and no other does', () => {
    const asks = (field: GraphQLField<unknown, unknown>): boolean =>
      field.args.some(({ name, type }) => {
        const named = getNamedType(type);
        const names = isInputObjectType(named) ? Object.keys(named.getFields()) : [name];
        return names.includes('seen') || names.includes('version');
      });
    const asking = mutations.filter(asks).map(({ name }) => name);
    expect(asking.sort()).toEqual([...CHECKED_BY_VERSION].sort());
  });
});
