import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import { FieldScope } from '../../ui/field-fault';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { type Choices, type PlacementRow, townsIn } from './placements.documents';
import type { Move } from './rotation.documents';
import { type HalfDay, useHalfDayWords, weekOf } from './week';
import { WeekBoxes } from './WeekBoxes';

/** One person's change as it is typed. */
export interface MoveDraft {
  readonly key: number;
  readonly specialistId: string;
  readonly leavesId: string;
  readonly agreementId: string;
  readonly municipalityId: string;
  readonly post: string;
  readonly weekly: HalfDay[];
  readonly endsOn: string;
}

export const EMPTY_MOVE: Omit<MoveDraft, 'key'> = {
  specialistId: '',
  leavesId: '',
  agreementId: '',
  municipalityId: '',
  post: '',
  weekly: [],
  endsOn: '',
};

export const draftOf = ({ specialistId, leavesId, goesTo }: Move, key: number): MoveDraft => ({
  key,
  specialistId,
  leavesId: leavesId ?? '',
  agreementId: goesTo?.agreementId ?? '',
  municipalityId: goesTo?.municipalityId ?? '',
  post: goesTo?.post ?? '',
  weekly: [...(goesTo?.weekly ?? [])],
  endsOn: goesTo?.endsOn ?? '',
});

/** Without a town the person goes nowhere. */
export const moveInput = ({ specialistId, leavesId, ...to }: MoveDraft) => ({
  specialistId,
  leavesId: leavesId || null,
  goesTo:
    to.municipalityId === ''
      ? null
      : {
          agreementId: to.agreementId,
          municipalityId: to.municipalityId,
          post: to.post,
          weekly: to.weekly,
          endsOn: to.endsOn,
        },
});

export function useMoveLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  return {
    specialistId: t('joint.person'),
    leavesId: t('joint.rotation.leaves'),
    agreementId: t('joint.agreement'),
    municipalityId: t('joint.rotation.goesTo'),
    post: t('joint.placements.post'),
    weekly: t('joint.placements.weekly'),
    endsOn: t('joint.lastDay'),
  };
}

interface Props {
  readonly move: MoveDraft;
  readonly onChange: (move: MoveDraft) => void;
  readonly choices: Choices;
  readonly placements: readonly PlacementRow[];
}

/** Who leaves what, and goes where. */
export function MoveFields({ move, onChange, choices, placements }: Props) {
  const { t } = useTranslation();
  const halfDays = useHalfDayWords();
  const set = (changes: Partial<MoveDraft>) => onChange({ ...move, ...changes });
  const people = choices.specialists.edges.map(({ node }) => node);
  const person = people.find(({ id }) => id === move.specialistId);
  const own = placements.filter(({ specialistId }) => specialistId === move.specialistId);
  const { agreements } = choices.placementChoices;
  const towns = townsIn(choices);
  return (
    <FieldScope value={`move-${move.key}`}>
      <SelectField
        name="specialistId"
        required
        empty={t('joint.choose')}
        value={move.specialistId}
        onChange={(specialistId) => set({ specialistId, leavesId: '' })}
        options={people.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        name="leavesId"
        empty={t('ui.none')}
        value={move.leavesId}
        onChange={(leavesId) => {
          const left = own.find(({ id }) => id === leavesId);
          set({
            leavesId,
            ...(left && move.weekly.length === 0 && { weekly: weekOf(left.weekly), post: left.post }),
          });
        }}
        options={own.map((one) => ({
          value: one.id,
          label: `${nameOf(one.municipality)} ${halfDays.all(one.weekly)}`,
        }))}
      />
      <SelectField
        name="municipalityId"
        empty={t('joint.rotation.nowhere')}
        value={move.municipalityId}
        onChange={(municipalityId) => set({ municipalityId })}
        options={towns.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      {move.municipalityId !== '' && (
        <>
          <SelectField
            name="agreementId"
            required
            empty={t('joint.choose')}
            value={move.agreementId}
            onChange={(agreementId) =>
              set({ agreementId, endsOn: agreements.find(({ id }) => id === agreementId)?.endsOn ?? '' })
            }
            options={agreements
              .filter(({ municipalityIds }) => municipalityIds.includes(move.municipalityId))
              .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          />
          <TextField
            name="post"
            required
            maxLength={60}
            value={move.post}
            onChange={(post) => set({ post })}
          />
          <WeekBoxes
            weekly={move.weekly}
            onChange={(weekly) => set({ weekly })}
            pattern={person?.weekly ?? null}
          />
          <DateField name="endsOn" required value={move.endsOn} onChange={(endsOn) => set({ endsOn })} />
        </>
      )}
    </FieldScope>
  );
}
