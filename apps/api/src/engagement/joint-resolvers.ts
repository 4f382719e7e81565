import { PlacementEventResolver, PlacementResolver } from './placements/placement.resolver.js';
import { ApplicantResolver, RecruitmentResolver } from './recruitment/recruitment.resolver.js';
import {
  RotationMoveResolver,
  RotationResolver,
  RotationTargetResolver,
} from './rotation/rotation.resolver.js';
import { SharedLineResolver, SharingMeetingResolver } from './sharing/sharing.resolver.js';
import { DemandAnswerResolver, DemandSurveyResolver } from './surveys/survey.resolver.js';
import { EmploymentResolver } from './training/employment.resolver.js';
import { TrainingResolver, TrainingRuleResolver } from './training/training.resolver.js';

/** Of people who are hired together, trained, placed and moved on. */
export const JOINT_RESOLVERS = [
  EmploymentResolver,
  TrainingResolver,
  TrainingRuleResolver,
  PlacementResolver,
  PlacementEventResolver,
  DemandSurveyResolver,
  DemandAnswerResolver,
  RecruitmentResolver,
  ApplicantResolver,
  SharingMeetingResolver,
  SharedLineResolver,
  RotationResolver,
  RotationMoveResolver,
  RotationTargetResolver,
];
