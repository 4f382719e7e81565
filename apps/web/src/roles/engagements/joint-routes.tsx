import { Route } from 'react-router';
import { historyOf } from '../../features/history/HistoryLink';
import { page } from '../page';

const ApplicantPage = page(async () => (await import('../../features/joint/ApplicantPage')).ApplicantPage);
const HirePage = page(async () => (await import('../../features/joint/HirePage')).HirePage);
const MeetingPage = page(async () => (await import('../../features/joint/MeetingPage')).MeetingPage);
const MeetingsPage = page(async () => (await import('../../features/joint/MeetingsPage')).MeetingsPage);
const PersonTrainingPage = page(
  async () => (await import('../../features/joint/PersonTrainingPage')).PersonTrainingPage,
);
const NewPlacementPage = page(
  async () => (await import('../../features/joint/PlacementForm')).NewPlacementPage,
);
const PlacementPage = page(async () => (await import('../../features/joint/PlacementPage')).PlacementPage);
const PlacementsPage = page(async () => (await import('../../features/joint/PlacementsPage')).PlacementsPage);
const RecruitmentPage = page(
  async () => (await import('../../features/joint/RecruitmentPage')).RecruitmentPage,
);
const RecruitmentsPage = page(
  async () => (await import('../../features/joint/RecruitmentsPage')).RecruitmentsPage,
);
const EditRotationPage = page(
  async () => (await import('../../features/joint/RotationForm')).EditRotationPage,
);
const NewRotationPage = page(async () => (await import('../../features/joint/RotationForm')).NewRotationPage);
const RotationPage = page(async () => (await import('../../features/joint/RotationPage')).RotationPage);
const RotationsPage = page(async () => (await import('../../features/joint/RotationsPage')).RotationsPage);
const SurveyPage = page(async () => (await import('../../features/joint/SurveyPage')).SurveyPage);
const SurveysPage = page(async () => (await import('../../features/joint/SurveysPage')).SurveysPage);
const MyTrainingPage = page(async () => (await import('../../features/joint/TrainingPage')).MyTrainingPage);
const TrainingPage = page(async () => (await import('../../features/joint/TrainingPage')).TrainingPage);

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
