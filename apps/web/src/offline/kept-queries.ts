/** The questions whose answers are kept, and under which key; `id` is the variable that tells one from another. */
const KEPT: Readonly<Record<string, 'id' | 'visitId' | 'fiscalYear' | null>> = {
  MySchedule: null,
  OwnDays: 'fiscalYear',
  PreparationNotes: 'visitId',
  ReportTasks: null,
  Request: 'id',
  Visit: 'id',
  VisitGuide: 'id',
  VisitProposals: 'id',
  VisitReportPage: 'id',
  WaitingForMe: null,
};

/** Null: it is not kept. */
export function keptAs(name: string, variables: unknown): string | null {
  const by = KEPT[name];
  if (by === undefined) return null;
  if (by === null) return name;
  const value: unknown =
    typeof variables === 'object' && variables !== null ? Reflect.get(variables, by) : undefined;
  return `${name} ${typeof value === 'string' || typeof value === 'number' ? value : ''}`;
}
