import { page, part } from '../page';

// Every screen of a specialist.
export * from '../screens/everybody';

/** What stands beside or below screens; each comes when a screen shows it. */
export const DaysGauge = part(async () => (await import('../../features/attendance/DaysGauge')).DaysGauge);
export const PreparationBrief = part(
  async () => (await import('../../features/preparation/PreparationNotes')).PreparationBrief,
);

export const MyDaysPage = page(async () => (await import('../../features/attendance/MyDaysPage')).MyDaysPage);
export const MyAvailabilityPage = page(
  async () => (await import('../../features/availability/AvailabilityPanel')).MyAvailabilityPage,
);
export const MyFirmsPage = page(
  async () => (await import('../../features/conflicts/SpecialistFirms')).MyFirmsPage,
);
export const YearPage = page(async () => (await import('../../features/attendance/YearPage')).YearPage);
export const VisitGuidePage = page(
  async () => (await import('../../features/schedule/VisitGuidePage')).VisitGuidePage,
);
export const UnsentPage = page(async () => (await import('./UnsentPage')).UnsentPage);
export const MySchedulePage = page(
  async () => (await import('../../features/schedule/MySchedulePage')).MySchedulePage,
);
