import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { ShortlistDocument } from './request-actions.documents';
import type { RequestRow } from './requests.documents';

const CandidatesDocument = graphql(`
  query Candidates($id: ID!) {
    candidateRanking(supportRequestId: $id) {
      candidates {
        score
        mode
        parts {
          id
          points
          max
        }
        firstSlot {
          startsAt
          endsAt
        }
        specialist {
          id
          name
          nameEn
        }
      }
      excluded {
        ruleId
        sentence {
          ja
          en
        }
        specialist {
          id
          name
          nameEn
        }
      }
    }
  }
`);

type Ranking = ResultOf<typeof CandidatesDocument>['candidateRanking'];
type Candidate = Ranking['candidates'][number];

const PARTS = ['skill', 'travel', 'load', 'continuity', 'slot', 'wish'] as const;

/** For the hub: who could take it and why, and everyone else with the reason. */
export function Candidates({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const ranking = useLoad(CandidatesDocument, { id: request.id });
  return (
    <Section title={t('requests.sections.candidates')} id="candidates">
      <p>{t('requests.shortlist.lead')}</p>
      <Loaded of={ranking}>
        {({ candidateRanking }) => (
          <>
            <Ranked request={request} candidates={candidateRanking.candidates} />
            <Excluded excluded={candidateRanking.excluded} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Ranked({ request, candidates }: { readonly request: RequestRow } & Pick<Ranking, 'candidates'>) {
  const { t } = useTranslation();
  const done = useDone();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { run, busy, refusal } = useAction(ShortlistDocument);
  const columns = useColumns();
  const mayPick = request.viewerActions.includes('SHORTLIST');
  const pick = (id: string) =>
    setPicked((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id]));
  const send = async () => {
    if (await run({ id: request.id, specialistIds: [...picked] })) done(t('requests.done.SHORTLIST'));
  };
  const pickColumn: Column<Candidate> = {
    key: 'pick',
    title: t('requests.action.SHORTLIST'),
    cell: ({ specialist }) => (
      <PickBox
        name={nameOf(specialist)}
        place={picked.indexOf(specialist.id) + 1}
        onChange={() => pick(specialist.id)}
      />
    ),
  };
  if (candidates.length === 0) return <Empty>{t('requests.shortlist.none')}</Empty>;
  return (
    <div className="flex flex-col gap-4">
      <ErrorSummary refusal={refusal} />
      <Table
        cards
        caption={t('requests.shortlist.caption')}
        rows={candidates}
        keyOf={({ specialist }) => specialist.id}
        columns={mayPick ? [pickColumn, ...columns] : columns}
      />
      {mayPick && <p>{t('requests.shortlist.picked')}</p>}
      {mayPick && picked.length > 0 && (
        <div>
          <Button look="primary" busy={busy} onClick={() => void send()}>
            {t('requests.shortlist.send', { count: picked.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

function useColumns(): readonly Column<Candidate>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('requests.shortlist.name'),
      heads: true,
      cell: ({ specialist }) => <PersonLink person={specialist} />,
    },
    {
      key: 'score',
      title: t('requests.shortlist.total'),
      nowrap: true,
      numeric: true,
      cell: ({ score }) => t('requests.shortlist.score', { score }),
    },
    { key: 'parts', title: t('requests.shortlist.parts'), cell: ({ parts }) => <Parts parts={parts} /> },
    {
      key: 'slot',
      title: t('requests.shortlist.firstSlot'),
      nowrap: true,
      cell: ({ firstSlot, mode }) =>
        firstSlot ? (
          <>
            {shortDate(tokyo(firstSlot.startsAt).date)} {timeRange(firstSlot.startsAt, firstSlot.endsAt)}
            <span className="block">{t(`schedule.mode.${mode}`)}</span>
          </>
        ) : (
          t('requests.shortlist.noSlot')
        ),
    },
  ];
}

/** What somebody can do is one press away from why they were ranked so. */
function PersonLink({ person }: { readonly person: Candidate['specialist'] }) {
  return (
    <Link to={`/specialists/${person.id}`} className="link">
      {nameOf(person)}
    </Link>
  );
}

interface PickBoxProps {
  readonly name: string;
  /** In which place it was picked; 0 when it was not. */
  readonly place: number;
  readonly onChange: () => void;
}

function PickBox({ name, place, onChange }: PickBoxProps) {
  const { t } = useTranslation();
  return (
    <label className="flex items-center gap-2 whitespace-nowrap">
      <input
        type="checkbox"
        className="size-6"
        checked={place > 0}
        aria-label={t('requests.shortlist.pick', { name })}
        onChange={onChange}
      />
      {place > 0 && place}
    </label>
  );
}

function Parts({ parts }: Pick<Candidate, 'parts'>) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {parts.map(({ id, points, max }) => {
        const part = PARTS.find((one) => one === id);
        return (
          <li key={id} className="whitespace-nowrap">
            {t('requests.shortlist.partPoints', {
              label: part ? t(`requests.part.${part}`) : id,
              points,
              max,
            })}
          </li>
        );
      })}
    </ul>
  );
}

function Excluded({ excluded }: Pick<Ranking, 'excluded'>) {
  const { t } = useTranslation();
  if (excluded.length === 0) return null;
  return (
    <Table
      caption={t('requests.shortlist.excluded', { count: excluded.length })}
      captionHidden={false}
      rows={excluded}
      keyOf={({ specialist }) => specialist.id}
      columns={[
        {
          key: 'name',
          title: t('requests.shortlist.name'),
          heads: true,
          cell: ({ specialist }) => <PersonLink person={specialist} />,
        },
        {
          key: 'why',
          title: t('requests.history.why'),
          cell: ({ sentence }) => sentence[currentLanguage()],
        },
      ]}
    />
  );
}
