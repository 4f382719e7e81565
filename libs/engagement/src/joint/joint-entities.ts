import { ApplicantEvent } from './applicant-event.entity.js';
import { DemandAnswer, DemandSurvey } from './demand.entity.js';
import { Employment } from './employment.entity.js';
import { PlacementEvent } from './placement-event.entity.js';
import { Applicant, Recruitment } from './recruitment.entity.js';
import { Rotation } from './rotation.entity.js';
import { SharingEntry, SharingMeeting } from './sharing.entity.js';
import { TrainingCompletion, TrainingModule, TrainingRule } from './training.entity.js';

export const jointEntities = [
  Employment,
  TrainingModule,
  TrainingRule,
  TrainingCompletion,
  PlacementEvent,
  DemandSurvey,
  DemandAnswer,
  Recruitment,
  Applicant,
  ApplicantEvent,
  SharingMeeting,
  SharingEntry,
  Rotation,
];
