import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { townsOf } from '../../places';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { NumberField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { KnownFacts, knownInput, NOTHING_KNOWN } from './KnownFacts';
import { RouteList } from './RouteList';
import { SchemeChoicesDocument, SchemeRoutesDocument } from './schemes.documents';

const MODES = ['EITHER', 'ON_SITE', 'ONLINE'] as const;
const URGENCIES = ['NORMAL', 'LOW', 'HIGH', 'URGENT'] as const;

interface Trouble {
  readonly municipalityId: string | null;
  readonly themeId: string | null;
  readonly mode: (typeof MODES)[number];
  readonly urgency: (typeof URGENCIES)[number];
  readonly visits: number | null;
  readonly visitMinutes: number | null;
  readonly months: number | null;
}

const EMPTY: Trouble = {
  municipalityId: null,
  themeId: null,
  mode: 'EITHER',
  urgency: 'NORMAL',
  visits: 3,
  visitMinutes: 120,
  months: null,
};

/** One trouble, asked of the pool and every scheme. Nothing is saved. */
export function SchemeFinder() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const [trouble, setTrouble] = useState(EMPTY);
  const [known, setKnown] = useState(NOTHING_KNOWN);
  const [asked, setAsked] = useState<(Trouble & ReturnType<typeof knownInput>) | null>(null);
  const choices = useLoad(SchemeChoicesDocument, {});
  const routes = useLoad(SchemeRoutesDocument, { input: asked ?? {} }, { pause: asked === null });
  const change = (part: Partial<Trouble>) => setTrouble({ ...trouble, ...part });
  const labels = {
    municipalityId: t('schemes.field.municipalityId'),
    themeId: t('schemes.field.themeId'),
    mode: t('schemes.field.mode'),
    urgency: t('schemes.field.urgency'),
    visits: t('schemes.field.visits'),
    visitMinutes: t('schemes.field.visitMinutes'),
    months: t('schemes.field.months'),
    briefing: t('schemes.briefing'),
    strength: t('schemes.strength'),
  };
  return (
    <>
      <Form
        labels={labels}
        refusal={null}
        label={t('schemes.route')}
        onSubmit={() => setAsked({ ...trouble, ...knownInput(known) })}
      >
        <Loaded of={choices}>
          {({ places, supportThemes }) => (
            <div className="grid items-start gap-4 sm:grid-cols-2">
              {role === 'HUB_STAFF' && (
                <SelectField
                  name="municipalityId"
                  needless
                  empty={t('schemes.noTheme')}
                  value={trouble.municipalityId ?? ''}
                  onChange={(id) => change({ municipalityId: id || null })}
                  options={townsOf(places).map((town) => ({ value: town.id, label: nameOf(town) }))}
                />
              )}
              <SelectField
                name="themeId"
                needless
                empty={t('schemes.noTheme')}
                value={trouble.themeId ?? ''}
                onChange={(id) => change({ themeId: id || null })}
                options={supportThemes.map((theme) => ({ value: theme.id, label: nameOf(theme) }))}
              />
              <SelectField
                name="mode"
                needless
                value={trouble.mode}
                onChange={(mode) => change({ mode: MODES.find((one) => one === mode) ?? 'EITHER' })}
                options={MODES.map((mode) => ({ value: mode, label: t(`requests.mode.${mode}`) }))}
              />
              <SelectField
                name="urgency"
                needless
                value={trouble.urgency}
                onChange={(word) => change({ urgency: URGENCIES.find((one) => one === word) ?? 'NORMAL' })}
                options={URGENCIES.map((word) => ({ value: word, label: t(`requests.urgency.${word}`) }))}
              />
            </div>
          )}
        </Loaded>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <NumberField
            name="visits"
            needless
            min={1}
            max={200}
            value={trouble.visits}
            onChange={(visits) => change({ visits })}
          />
          <NumberField
            name="visitMinutes"
            needless
            min={30}
            max={480}
            step={30}
            value={trouble.visitMinutes}
            onChange={(visitMinutes) => change({ visitMinutes })}
          />
          <NumberField
            name="months"
            needless
            hint={t('schemes.monthsHint')}
            min={1}
            max={120}
            value={trouble.months}
            onChange={(months) => change({ months })}
          />
        </div>
        <KnownFacts known={known} change={setKnown} />
        <div>
          <Button type="submit" look="primary" busy={asked !== null && routes.busy}>
            {t('schemes.find')}
          </Button>
        </div>
      </Form>
      {asked && <Loaded of={routes}>{({ schemeRoutes }) => <RouteList routes={schemeRoutes} />}</Loaded>}
    </>
  );
}
