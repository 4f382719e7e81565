import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, monthName } from '../../i18n/dates';
import { Actions, Button } from '../../ui/Button';
import { AsWritten } from '../../ui/AsWritten';
import { Choice } from '../../ui/Choice';
import { Facts } from '../../ui/Facts';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { MODES } from './ShapeQuestion';
import { URGENCIES } from './RestOfRequest';
import { RequestDocument } from './requests.documents';
import { type Audience, MakeSheetDocument, type RequestSheet, type SheetLine } from './sheet.documents';

const AUDIENCES: readonly Audience[] = ['INTERNAL', 'OTHER_TOWNS', 'PUBLIC'];

/** A request for readers outside the platform: chosen by who will read it, looked over, printed. */
export function SheetPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const request = useLoad(RequestDocument, { id });
  return (
    <Page
      title={t('requests.sheet.title')}
      narrow
      back={{ to: `/requests/${id}`, label: t('requests.title') }}
      lead={<p className="no-print">{t('requests.sheet.lead')}</p>}
    >
      <Loaded of={request}>{() => <Sheet id={id} />}</Loaded>
    </Page>
  );
}

function Sheet({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [audience, setAudience] = useState<Audience>('OTHER_TOWNS');
  const [sheet, setSheet] = useState<RequestSheet | null>(null);
  const { run, busy, refusal } = useAction(MakeSheetDocument);
  const make = async () => setSheet((await run({ id, audience }))?.makeRequestSheet ?? null);
  return (
    <>
      <div className="no-print">
        <Form
          label={t('requests.sheet.title')}
          labels={{ audience: t('requests.sheet.audience') }}
          refusal={refusal}
          onSubmit={() => void make()}
        >
          <Choice
            name="audience"
            needless
            value={audience}
            onChange={(value) => {
              setSheet(null);
              setAudience(AUDIENCES.find((one) => one === value) ?? 'OTHER_TOWNS');
            }}
            options={AUDIENCES.map((value) => ({
              value,
              label: t(`requests.sheet.for.${value}`),
              hint: t(`requests.sheet.hint.${value}`),
            }))}
          />
          <Actions>
            <Button type="submit" look="primary" busy={busy}>
              {t('requests.sheet.make')}
            </Button>
          </Actions>
        </Form>
      </div>
      {sheet && <Made sheet={sheet} />}
    </>
  );
}

function Made({ sheet }: { readonly sheet: RequestSheet }) {
  const { t } = useTranslation();
  const say = useSheetWords(sheet.audience);
  return (
    <div className="flex flex-col gap-6">
      <div className="no-print">
        <Notice tone="warning" title={t('requests.sheet.read')}>
          <p>{t('requests.sheet.passages', { count: sheet.passages })}</p>
        </Notice>
      </div>
      <h2 className="text-std-20B-160">{t(`requests.sheet.for.${sheet.audience}`)}</h2>
      <Facts
        items={sheet.lines.map((line) => ({
          term: t(`requests.sheet.field.${line.field}`),
          value:
            line.value === null ? (
              <span className="text-solid-gray-700">{t('requests.sheet.withheld')}</span>
            ) : (
              <AsWritten block>{say(line)}</AsWritten>
            ),
        }))}
      />
      <div className="no-print">
        <Button onClick={() => window.print()}>{t('requests.sheet.print')}</Button>
      </div>
    </div>
  );
}

/** What the sheet says by a code or a date, in the words of the other screens. */
function useSheetWords(audience: Audience): (line: SheetLine) => string {
  const { t } = useTranslation();
  const states: Readonly<Record<string, string>> = t('requests.status', { returnObjects: true });
  return ({ field, value }) => {
    if (!value) return t('ui.none');
    const mode = MODES.find((one) => one === value);
    const urgency = URGENCIES.find((one) => one === value);
    if (field === 'MODE' && mode) return t(`requests.mode.${mode}`);
    if (field === 'URGENCY' && urgency) return t(`requests.urgency.${urgency}`);
    if (field === 'STATUS') return states[value] ?? value;
    if (field === 'VISITS') return t('requests.sheet.visits', { count: Number(value) });
    if (field === 'TOWN' && audience !== 'INTERNAL') return t('requests.sheet.town', { kind: value });
    if (field === 'DEADLINE' || (field === 'SUBMITTED' && audience === 'INTERNAL')) return longDate(value);
    if (field === 'SUBMITTED') return monthName(`${value}-01`);
    return value;
  };
}
