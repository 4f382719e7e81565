import { Route } from 'react-router';
import { historyOf } from '../../features/history/HistoryLink';
import { ApplicantPage } from '../../features/joint/ApplicantPage';
import { HirePage } from '../../features/joint/HirePage';
import { MeetingPage } from '../../features/joint/MeetingPage';
import { MeetingsPage } from '../../features/joint/MeetingsPage';
import { PersonTrainingPage } from '../../features/joint/PersonTrainingPage';
import { NewPlacementPage } from '../../features/joint/PlacementForm';
import { PlacementPage } from '../../features/joint/PlacementPage';
import { PlacementsPage } from '../../features/joint/PlacementsPage';
import { RecruitmentPage } from '../../features/joint/RecruitmentPage';
import { RecruitmentsPage } from '../../features/joint/RecruitmentsPage';
import { EditRotationPage, NewRotationPage } from '../../features/joint/RotationForm';
import { RotationPage } from '../../features/joint/RotationPage';
import { RotationsPage } from '../../features/joint/RotationsPage';
import { SurveyPage } from '../../features/joint/SurveyPage';
import { SurveysPage } from '../../features/joint/SurveysPage';
import { MyTrainingPage, TrainingPage } from '../../features/joint/TrainingPage';

/** Everybody reads who is placed, and what the meetings brought. */
const SHARED = (
  <>
    <Route path="engagements/placements" element={<PlacementsPage />} />
    <Route path="engagements/sharing-meetings" element={<MeetingsPage />} />
    <Route path="engagements/sharing-meetings/:id" element={<MeetingPage />} />
  </>
);

const SURVEYS = (
  <>
    <Route path="engagements/surveys" element={<SurveysPage />} />
    <Route path="engagements/surveys/:id" element={<SurveyPage />} />
  </>
);

export const HUB_JOINT_ROUTES = (
  <>
    {SHARED}
    {SURVEYS}
    <Route path="engagements/placements/new" element={<NewPlacementPage />} />
    <Route path="engagements/placements/:id" element={<PlacementPage below={historyOf('placement')} />} />
    <Route path="engagements/training" element={<TrainingPage />} />
    <Route path="engagements/training/:id" element={<PersonTrainingPage />} />
    <Route path="engagements/recruitment" element={<RecruitmentsPage />} />
    <Route path="engagements/recruitment/:id" element={<RecruitmentPage />} />
    <Route
      path="engagements/recruitment/applicants/:id"
      element={<ApplicantPage below={historyOf('applicant')} />}
    />
    <Route path="engagements/recruitment/applicants/:id/hire" element={<HirePage />} />
    <Route path="engagements/rotation" element={<RotationsPage />} />
    <Route path="engagements/rotation/new" element={<NewRotationPage />} />
    <Route path="engagements/rotation/:id" element={<RotationPage below={historyOf('rotation')} />} />
    <Route path="engagements/rotation/:id/edit" element={<EditRotationPage />} />
  </>
);

export const TOWN_JOINT_ROUTES = (
  <>
    {SHARED}
    {SURVEYS}
    <Route path="engagements/placements/:id" element={<PlacementPage />} />
  </>
);

export const SPECIALIST_JOINT_ROUTES = (
  <>
    {SHARED}
    <Route path="engagements/placements/:id" element={<PlacementPage />} />
    <Route path="engagements/training" element={<MyTrainingPage />} />
  </>
);
