import type { TrainingScope } from './training.entity.js';

export interface Module {
  readonly code: string;
  readonly scope: TrainingScope;
  readonly name: string;
  readonly nameEn: string;
}

/** 行政の基礎知識 and 市町の取組状況: what every prefecture begins with. */
export const FIRST_MODULES: readonly Module[] = [
  { code: 'A', scope: 'PERSON', name: '行政の基礎知識', nameEn: 'Basics of administration' },
  { code: 'B', scope: 'TOWN', name: '市町の取組状況', nameEn: 'The situation of the town' },
];
export const FIRST_GATING: readonly string[] = ['A', 'B'];

export interface Done {
  readonly specialistId: string;
  readonly moduleCode: string;
  readonly municipalityId: string | null;
}

/** The modules that still come before somebody may be placed in a town: of the very town, where that is asked. */
export function missingModules(
  gating: readonly Module[],
  done: readonly Done[],
  { specialistId, municipalityId }: { readonly specialistId: string; readonly municipalityId: string },
): Module[] {
  return gating.filter(
    ({ code, scope }) =>
      !done.some(
        (one) =>
          one.specialistId === specialistId &&
          one.moduleCode === code &&
          (scope === 'PERSON' || one.municipalityId === municipalityId),
      ),
  );
}
