import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { BringDocument, type Meeting, MeetingDocument, type SharedLine } from './meetings.documents';

/** One meeting: what was brought, who is missing, and a form for those who may write. */
export function MeetingPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(MeetingDocument, { id }, { about: ['SharingMeeting', 'SharedLine', 'Placement'] });
  return (
    <Loaded of={load}>
      {({ sharingMeeting: meeting }) => (
        <Page
          title={t('joint.meetings.of', { date: longDate(meeting.heldOn) })}
          back={{ to: '/engagements/sharing-meetings', label: t('joint.meetings.title') }}
          lead={meeting.note && <AsWritten>{meeting.note}</AsWritten>}
        >
          <Missing meeting={meeting} />
          <Section title={t('joint.meetings.brought')} id="shared-lines">
            {meeting.lines.length === 0 ? (
              <Empty>{t('joint.meetings.nothing')}</Empty>
            ) : (
              <ul className="flex flex-col gap-6">
                {meeting.lines.map((line) => (
                  <Line key={line.placementId} meetingId={meeting.id} line={line} />
                ))}
              </ul>
            )}
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

function Missing({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const worksDaily = useDailyWork();
  const [writing, setWriting] = useState<string | null>(null);
  if (meeting.missing.length === 0) return null;
  const mayWrite = role === 'SPECIALIST' || worksDaily;
  return (
    <Notice tone="warning" title={t('joint.meetings.missingTitle', { count: meeting.missing.length })}>
      <ul className="mt-3 flex flex-col gap-3">
        {meeting.missing.map(({ id, specialist, municipality, post }) => (
          <li key={id} className="flex flex-col gap-3">
            <div className="flex flex-wrap items-center gap-3">
              <span>
                {nameOf(municipality)} {specialist && nameOf(specialist)} <AsWritten>{post}</AsWritten>
              </span>
              {mayWrite && writing !== id && (
                <Button
                  size="small"
                  aria-label={t('joint.meetings.writeFor', { town: nameOf(municipality) })}
                  onClick={() => setWriting(id)}
                >
                  {t('joint.meetings.write')}
                </Button>
              )}
            </div>
            {writing === id && (
              <LineForm
                meetingId={meeting.id}
                placementId={id}
                line={null}
                onClose={() => setWriting(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Line({ meetingId, line }: { readonly meetingId: string; readonly line: SharedLine }) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const worksDaily = useDailyWork();
  const [writing, setWriting] = useState(false);
  const mayWrite = line.isOwn || (role === 'HUB_STAFF' && worksDaily);
  return (
    <li className="border-b border-solid-gray-200 pb-4">
      <h3 className="text-std-18B-160">{nameOf(line.municipality)}</h3>
      {writing ? (
        <LineForm
          meetingId={meetingId}
          placementId={line.placementId}
          line={line}
          onClose={() => setWriting(false)}
        />
      ) : (
        <>
          <dl>
            {line.issue !== null && (
              <>
                <dt className="mt-2 text-solid-gray-700">{t('joint.meetings.issue')}</dt>
                <dd>
                  <AsWritten>{line.issue}</AsWritten>
                </dd>
              </>
            )}
            {line.idea !== null && (
              <>
                <dt className="mt-2 text-solid-gray-700">{t('joint.meetings.idea')}</dt>
                <dd>
                  <AsWritten>{line.idea}</AsWritten>
                </dd>
              </>
            )}
          </dl>
          {mayWrite && (
            <div className="mt-3">
              <Button
                size="small"
                aria-label={t('joint.meetings.rewriteFor', { town: nameOf(line.municipality) })}
                onClick={() => setWriting(true)}
              >
                {t('joint.meetings.rewrite')}
              </Button>
            </div>
          )}
        </>
      )}
    </li>
  );
}

interface LineFormProps {
  readonly meetingId: string;
  readonly placementId: string;
  readonly line: SharedLine | null;
  readonly onClose: () => void;
}

function LineForm({ meetingId, placementId, line, onClose }: LineFormProps) {
  const { t } = useTranslation();
  const done = useDone();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [issue, setIssue] = useState(line?.issue ?? '');
  const [idea, setIdea] = useState(line?.idea ?? '');
  const { run, busy, refusal } = useAction(BringDocument, 'SharingMeeting SharedLine');
  const bring = async () => {
    const empty = Object.entries({ issue, idea }).flatMap(([name, words]) =>
      words.trim() === '' ? [name] : [],
    );
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const seen = refusal?.newer?.version ?? line?.version ?? '0';
    if (!(await run({ input: { meetingId, placementId, seen, issue, idea } }))) return;
    done(t('joint.meetings.saved'));
    onClose();
  };
  return (
    <Form
      label={t('joint.meetings.write')}
      labels={{ issue: t('joint.meetings.issue'), idea: t('joint.meetings.idea') }}
      refusal={missing ?? refusal}
      onSubmit={() => void bring()}
    >
      <TextAreaField name="issue" required rows={3} max={2000} value={issue} onChange={setIssue} />
      <TextAreaField
        name="idea"
        required
        rows={3}
        max={2000}
        hint={t('joint.meetings.ideaHint')}
        value={idea}
        onChange={setIdea}
      />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}
