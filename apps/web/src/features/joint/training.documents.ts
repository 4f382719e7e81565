import { graphql, type ResultOf } from '../../gql/graphql';

export const TrainingDocument = graphql(`
  query Training($specialistId: ID) {
    trainingModules {
      code
      scope
      name
      nameEn
    }
    trainingRule {
      version
      gating
      gatedVisits
      setByName
    }
    trainingCompletions(specialistId: $specialistId) {
      id
      specialistId
      moduleCode
      municipalityId
      completedOn
      evidence
      recordedByName
      removedAt
      removedReason
      municipality {
        id
        name
        nameEn
      }
    }
  }
`);
export type Training = ResultOf<typeof TrainingDocument>;
export type Completion = Training['trainingCompletions'][number];

export const PersonDocument = graphql(`
  query TrainedPerson($id: ID!) {
    specialist(id: $id) {
      id
      name
      nameEn
    }
    employments(specialistId: $id) {
      id
      form
      grade
      partyId
      agreementId
      startsOn
      endsOn
      endReason
      removedAt
      removedReason
    }
  }
`);
export type EmploymentRow = ResultOf<typeof PersonDocument>['employments'][number];

export const DefineModuleDocument = graphql(`
  mutation DefineTrainingModule($input: TrainingModuleInput!) {
    defineTrainingModule(input: $input) {
      code
    }
  }
`);

export const SetRuleDocument = graphql(`
  mutation SetTrainingRule($input: TrainingRuleInput!) {
    setTrainingRule(input: $input) {
      version
    }
  }
`);

export const CompleteDocument = graphql(`
  mutation RecordTrainingCompletion($input: TrainingCompletionInput!) {
    recordTrainingCompletion(input: $input) {
      id
    }
  }
`);

export const TakeCompletionBackDocument = graphql(`
  mutation TakeTrainingCompletionBack($id: ID!, $reason: String!) {
    takeTrainingCompletionBack(id: $id, reason: $reason) {
      id
    }
  }
`);

export const RecordEmploymentDocument = graphql(`
  mutation RecordEmployment($specialistId: ID!, $input: EmploymentInput!) {
    recordEmployment(specialistId: $specialistId, input: $input) {
      id
    }
  }
`);

export const EndEmploymentDocument = graphql(`
  mutation EndEmployment($id: ID!, $on: LocalDate!, $reason: String!) {
    endEmployment(id: $id, on: $on, reason: $reason) {
      id
    }
  }
`);

export const TakeEmploymentBackDocument = graphql(`
  mutation TakeEmploymentBack($id: ID!, $reason: String!) {
    takeEmploymentBack(id: $id, reason: $reason) {
      id
    }
  }
`);
