import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { NumberField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { ArrangeRoundDocument, type Round } from './council.documents';

/** The order was proposed by travel times; whoever knows the towns changes it. */
export function ArrangeForm({ round, onDone }: { readonly round: Round; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [places, setPlaces] = useState(
    round.stops.map(({ municipalityId, municipality, tour, ferryNote }) => ({
      municipalityId,
      town: municipality ? nameOf(municipality) : '',
      tour: tour as number | null,
      ferryNote: ferryNote ?? '',
    })),
  );
  const { run, busy, refusal } = useAction(ArrangeRoundDocument, 'RoundStop');
  const change = (id: string, part: Partial<(typeof places)[number]>) =>
    setPlaces(places.map((one) => (one.municipalityId === id ? { ...one, ...part } : one)));
  const moveUp = (index: number) =>
    setPlaces(places.map((one, i) => places[i === index ? i - 1 : i === index - 1 ? index : i] ?? one));
  const save = async () => {
    // Within a tour the order on the screen holds.
    const stops = places
      .map(({ municipalityId, tour, ferryNote }) => ({
        municipalityId,
        tour: tour ?? 1,
        ferryNote: ferryNote || null,
      }))
      .sort((a, b) => a.tour - b.tour);
    const seen = refusal?.newer?.version ?? round.version;
    if (!(await run({ id: round.id, input: { seen, stops } }))) return;
    done(t('council.arranged'));
    onDone();
  };
  return (
    <Form
      labels={{
        stops: t('council.order'),
        arranged: t('council.order'),
        ...Object.fromEntries(
          places.flatMap(({ municipalityId, town }) => [
            [`tour-${municipalityId}`, t('council.tourOf', { town })],
            [`ferry-${municipalityId}`, t('council.ferryOf', { town })],
          ]),
        ),
      }}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <p>{t('council.arrangeLead')}</p>
      <ol className="flex flex-col gap-4">
        {places.map(({ municipalityId, town, tour, ferryNote }, index) => (
          <li
            key={municipalityId}
            className="grid gap-3 border-t border-solid-gray-200 pt-3 sm:grid-cols-[10rem_1fr_4rem]"
          >
            <NumberField
              name={`tour-${municipalityId}`}
              needless
              min={1}
              max={200}
              value={tour}
              onChange={(chosen) => change(municipalityId, { tour: chosen })}
            />
            <TextField
              name={`ferry-${municipalityId}`}
              needless
              maxLength={200}
              value={ferryNote}
              onChange={(note) => change(municipalityId, { ferryNote: note })}
            />
            {index > 0 && (
              <Button
                size="small"
                look="quiet"
                aria-label={t('council.upOf', { town })}
                onClick={() => moveUp(index)}
              >
                {t('council.up')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('council.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
