import { graphql, type ResultOf } from '../../gql/graphql';

export const SurveysDocument = graphql(`
  query DemandSurveys {
    talentProfiles {
      id
      name
      nameEn
    }
    demandSurveys {
      id
      title
      fiscalYear
      deadlineOn
      status
      takesAnswers
      answers {
        municipalityId
      }
    }
  }
`);
export type SurveyRow = ResultOf<typeof SurveysDocument>['demandSurveys'][number];
export type Profile = ResultOf<typeof SurveysDocument>['talentProfiles'][number];

export const SurveyDocument = graphql(`
  query DemandSurvey($id: ID!) {
    talentProfiles {
      id
      name
      nameEn
    }
    demandSurvey(id: $id) {
      id
      title
      fiscalYear
      profiles
      deadlineOn
      status
      takesAnswers
      answers {
        municipalityId
        version
        note
        recordedByName
        recordedAt
        municipality {
          id
          name
          nameEn
        }
        lines {
          profileId
          people
          sharePercent
        }
      }
      sums {
        profileId
        towns
        people
        percent
      }
    }
  }
`);
export type Survey = ResultOf<typeof SurveyDocument>['demandSurvey'];

export const OpenSurveyDocument = graphql(`
  mutation OpenDemandSurvey($input: DemandSurveyInput!) {
    openDemandSurvey(input: $input) {
      id
    }
  }
`);

export const AnswerSurveyDocument = graphql(`
  mutation AnswerDemandSurvey($input: DemandAnswerInput!) {
    answerDemandSurvey(input: $input) {
      municipalityId
      version
    }
  }
`);

export const CloseSurveyDocument = graphql(`
  mutation CloseDemandSurvey($id: ID!) {
    closeDemandSurvey(id: $id) {
      id
      status
    }
  }
`);

const ApplicantLine = graphql(`
  fragment ApplicantLine on Applicant {
    id
    name
    nameEn
    kana
    appliedOn
    status
    specialistId
    next
  }
`);

export const RecruitmentsDocument = graphql(`
  query Recruitments {
    talentProfiles {
      id
      name
      nameEn
    }
    demandSurveys {
      id
      title
    }
    recruitments {
      id
      title
      profileId
      people
      closesOn
      status
      applicants {
        id
        status
      }
    }
  }
`);

export const RecruitmentDocument = graphql(
  `
    query Recruitment($id: ID!) {
      talentProfiles {
        id
        name
        nameEn
      }
      recruitment(id: $id) {
        id
        title
        profileId
        people
        closesOn
        retentionNote
        status
        applicants {
          ...ApplicantLine
        }
      }
    }
  `,
  [ApplicantLine],
);
export type ApplicantRow = ResultOf<typeof RecruitmentDocument>['recruitment']['applicants'][number];

export const ApplicantDocument = graphql(
  `
    query Applicant($id: ID!) {
      talentProfiles {
        id
        name
        nameEn
      }
      applicant(id: $id) {
        ...ApplicantLine
        recruitmentId
        contact
        note
        history {
          toStatus
          actorName
          reason
          at
        }
      }
    }
  `,
  [ApplicantLine],
);
export type ApplicantRecord = ResultOf<typeof ApplicantDocument>['applicant'];

export const OpenRecruitmentDocument = graphql(`
  mutation OpenRecruitment($input: RecruitmentInput!) {
    openRecruitment(input: $input) {
      id
    }
  }
`);

export const CloseRecruitmentDocument = graphql(`
  mutation CloseRecruitment($id: ID!) {
    closeRecruitment(id: $id) {
      id
      status
    }
  }
`);

export const AddApplicantDocument = graphql(`
  mutation AddApplicant($recruitmentId: ID!, $input: ApplicantInput!) {
    addApplicant(recruitmentId: $recruitmentId, input: $input) {
      id
    }
  }
`);

export const MoveApplicantDocument = graphql(`
  mutation MoveApplicant($id: ID!, $input: ApplicantStepInput!) {
    moveApplicant(id: $id, input: $input) {
      id
      status
    }
  }
`);

export const HireApplicantDocument = graphql(`
  mutation HireApplicant($id: ID!, $input: HireInput!) {
    hireApplicant(id: $id, input: $input) {
      id
      specialistId
    }
  }
`);
