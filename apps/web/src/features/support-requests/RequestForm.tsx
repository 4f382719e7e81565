import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { Refusal } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { addDays } from '../../i18n/dates';
import { useSession, useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { Loaded, Loading } from '../../ui/Loaded';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { DatesQuestion } from './DatesQuestion';
import { DraftLine, Overtaken } from './DraftLine';
import { draftOf, missingIn, type Purchase, type RequestDraft, UNSURE } from './request-draft';
import {
  type FormChoices,
  FormChoicesDocument,
  type TownMemory,
  TownMemoryDocument,
} from './request-form.documents';
import { NO_FACTS, type TownFacts } from './request-template';
import { useRequestLabels, useSayRequestValue } from './request-words';
import { RequestDocument } from './requests.documents';
import { RestOfRequest } from './RestOfRequest';
import { ShapeQuestion } from './ShapeQuestion';
import { TownChoice } from './TownChoice';
import { TroubleQuestion } from './TroubleQuestion';
import { type Kept, useDraft } from './use-draft';
import { WordsQuestion } from './WordsQuestion';

/** How far ahead a town may look. */
const WEEKS = 8;

/** What is shown beside the form follows what is written, a moment later. */
const BESIDE_MS = 900;

export interface About {
  readonly themeId: string | null;
  readonly words: string;
}

export interface RequestFormProps {
  readonly initial: RequestDraft;
  /** The draft that the server has already. */
  readonly first?: Kept | null;
  /** The hub chooses the town that it writes for; a town writes for itself. */
  readonly forTown: boolean;
  readonly create: (draft: RequestDraft) => Promise<Kept | null>;
  readonly createRefusal?: Refusal | null;
  /** Whether the first word makes a draft by itself. */
  readonly byItself?: boolean;
  /** It is on the server, and what comes next is a look at the whole. */
  readonly onReview: (kept: Kept) => void;
  readonly onKept?: (kept: Kept) => void;
  /** Fields that come where a new request is about something that the town buys. */
  readonly purchase?: ((onChange: (purchase: Purchase) => void) => ReactNode) | undefined;
  /** The same for a draft that the server has. */
  readonly keptPurchase?: ((id: string) => ReactNode) | undefined;
  /** Files of a draft that the server has. */
  readonly files?: ((id: string) => ReactNode) | undefined;
  /** What helps whoever writes, such as cases that are like it. */
  readonly beside?: ((about: About) => ReactNode) | undefined;
}

/** Four questions on one page; what else there is has its usual answer and is folded away. */
export function RequestForm(props: RequestFormProps) {
  const { today } = useSession();
  const { municipality } = useViewer();
  const to = addDays(today, WEEKS * 7);
  const choices = useLoad(FormChoicesDocument, { from: today, to });
  const memory = useLoad(TownMemoryDocument, { id: municipality?.id ?? '' }, { pause: !municipality });
  return (
    <Loaded of={choices}>
      {(data) =>
        // Without its facts the form is as good: it is not held up when they cannot be read.
        (memory.data ?? memory.refusal) || !municipality ? (
          <Questions {...props} choices={data} memory={memory.data ?? null} lastDay={to} />
        ) : (
          <Loading />
        )
      }
    </Loaded>
  );
}

const factsOf = (memory: TownMemory | null): TownFacts =>
  memory
    ? {
        population: memory.municipality.population,
        itStaff: memory.municipality.townProfile?.itStaff ?? null,
        homework: memory.supportRequests.edges.flatMap(({ node }) =>
          node.reportSteps.filter(({ status }) => status === 'OPEN'),
        ),
      }
    : NO_FACTS;

/** The section that wrote last; else the name of the account. */
const usualContact = (memory: TownMemory | null, name: string): string =>
  memory?.supportRequests.edges.find(({ node }) => node.contactSection !== '')?.node.contactSection ?? name;

interface QuestionsProps extends RequestFormProps {
  readonly choices: FormChoices;
  readonly memory: TownMemory | null;
  readonly lastDay: string;
}

function Questions({
  initial: given,
  first = null,
  forTown,
  create,
  createRefusal = null,
  byItself = true,
  onReview,
  onKept,
  purchase,
  keptPurchase,
  files,
  beside,
  choices,
  memory,
  lastDay,
}: QuestionsProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const client = useClient();
  const [initial] = useState<RequestDraft>(() => ({
    ...given,
    contactSection: given.contactSection || (forTown ? '' : usualContact(memory, viewer.name)),
  }));
  const [draft, setDraft] = useState(initial);
  const [facts] = useState(() => factsOf(memory));
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<RequestDraft>) => setDraft((old) => ({ ...old, ...part }));
  const labels = useRequestLabels();
  const sayValue = useSayRequestValue(choices.supportThemes);
  const keeping = useDraft({
    draft,
    themes: choices.supportThemes,
    initial,
    first,
    create,
    createRefusal,
    byItself: byItself && (!forTown || draft.municipalityId !== ''),
  });
  const { kept } = keeping;
  const leaving = useRef(false);
  useEffect(() => {
    // Whoever is on the way to the next page is not called back to this one.
    if (kept && kept.id !== first?.id && !leaving.current) onKept?.(kept);
  }, [kept, first, onKept]);
  const about = useAbout(draft);
  const unsure = draft.group === UNSURE;

  const review = async () => {
    const open = missingIn(draft, { asHub: forTown });
    const lacking: Refusal | null =
      open.length > 0
        ? {
            message: null,
            code: 'BAD_INPUT',
            faults: open.map((path) => ({ path, message: t(`requestForm.missing.${path}`) })),
          }
        : null;
    setMissing(lacking);
    setTried(true);
    if (lacking) return;
    leaving.current = true;
    const saved = await keeping.save(keeping.newer?.version);
    if (saved) onReview(saved);
    else leaving.current = false;
  };
  const take = async () => {
    if (!kept) return;
    const { data } = await client
      .query(RequestDocument, { id: kept.id }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return;
    const fresh = draftOf(data.supportRequest);
    setDraft(fresh);
    keeping.take(fresh, data.supportRequest.version);
  };
  const refusal = missing ?? (tried && !keeping.newer ? keeping.refusal : null);
  const props = { draft, change };

  return (
    <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,46rem)_minmax(15rem,1fr)]">
      <Form labels={labels} refusal={refusal} sayValue={sayValue} onSubmit={() => void review()}>
        <UnsavedGuard
          unsaved={keeping.state === 'AWAY' || keeping.state === 'REFUSED' || keeping.state === 'OVERTAKEN'}
        />
        {forTown && !kept && <TownChoice {...props} />}
        <TroubleQuestion {...props} choices={choices} facts={facts} exceptId={kept?.id ?? null} />
        <WordsQuestion {...props} unsure={unsure}>
          {kept
            ? files?.(kept.id)
            : files && <p className="text-solid-gray-700">{t('requestForm.filesSoon')}</p>}
        </WordsQuestion>
        {!unsure && (
          <>
            <ShapeQuestion {...props} />
            <DatesQuestion
              {...props}
              closures={choices.officeClosures}
              busy={memory?.municipality.townProfile?.busy ?? []}
              lastDay={lastDay}
            />
          </>
        )}
        <RestOfRequest {...props} themes={choices.supportThemes} refusal={refusal}>
          {kept ? keptPurchase?.(kept.id) : purchase?.((bought) => change({ purchase: bought }))}
        </RestOfRequest>
        <Overtaken keeping={keeping} labels={labels} say={sayValue} onTake={() => void take()} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-solid-gray-300 pt-6">
          <Actions>
            <Button type="submit" look="primary" busy={tried && keeping.state === 'SAVING'}>
              {t('requestForm.review')}
            </Button>
            {!byItself && !kept && (
              <Button onClick={() => void keeping.save()}>{t('requestForm.save')}</Button>
            )}
          </Actions>
          <DraftLine keeping={keeping} />
        </div>
      </Form>
      {beside && (
        <aside aria-label={t('requestForm.besideLabel')} className="flex flex-col gap-8 lg:sticky lg:top-6">
          {beside(about)}
        </aside>
      )}
    </div>
  );
}

function useAbout({ theme, trouble, group }: RequestDraft): About {
  const themeId = group === UNSURE || !theme.startsWith('T') ? null : theme;
  const [words, setWords] = useState(trouble);
  useEffect(() => {
    const timer = setTimeout(() => setWords(trouble), BESIDE_MS);
    return () => clearTimeout(timer);
  }, [trouble]);
  return { themeId, words };
}
