import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { useDailyWork, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { CallMeetingDocument, MeetingsDocument } from './meetings.documents';
import { useBack } from './use-back';

/** Meetings at which people who are placed learn from each other. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const worksDaily = useDailyWork();
  const load = useLoad(MeetingsDocument, {}, { about: ['SharingMeeting', 'SharedLine'] });
  const isTown = role === 'MUNICIPALITY_STAFF';
  return (
    <Page
      title={t('joint.meetings.title')}
      back={useBack()}
      lead={<p>{role !== 'OPERATOR' && t(`joint.meetings.lead.${role}`)}</p>}
    >
      <Loaded of={load}>
        {({ sharingMeetings }) =>
          sharingMeetings.length === 0 ? (
            <Empty>{t('joint.meetings.empty')}</Empty>
          ) : (
            <Table
              caption={t('joint.meetings.title')}
              rows={sharingMeetings}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'on',
                  title: t('joint.meetings.heldOn'),
                  heads: true,
                  cell: ({ id, heldOn }) => (
                    <Link to={`/engagements/sharing-meetings/${id}`} className="link">
                      {longDate(heldOn)}
                    </Link>
                  ),
                },
                {
                  key: 'note',
                  title: t('joint.note'),
                  cell: ({ note }) => (note ? <AsWritten>{note}</AsWritten> : t('ui.none')),
                },
                {
                  key: 'ideas',
                  title: t('joint.meetings.ideas'),
                  numeric: true,
                  cell: ({ lines }) => lines.filter(({ idea }) => idea !== null).length,
                },
                ...(isTown
                  ? []
                  : [
                      {
                        key: 'missing',
                        title: t('joint.meetings.missing'),
                        numeric: true,
                        cell: ({ missing }: { readonly missing: readonly unknown[] }) => missing.length,
                      },
                    ]),
              ]}
            />
          )
        }
      </Loaded>
      {role === 'HUB_STAFF' && worksDaily && (
        <Section title={t('joint.meetings.call')} id="new-meeting">
          <NewMeeting />
        </Section>
      )}
    </Page>
  );
}

function NewMeeting() {
  const { t } = useTranslation();
  const done = useDone();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [heldOn, setDay] = useState('');
  const [note, setNote] = useState('');
  const { run, busy, refusal } = useAction(CallMeetingDocument, 'SharingMeeting');
  const call = async () => {
    setMissing(emptyFields(heldOn === '' ? ['heldOn'] : []));
    if (heldOn === '' || !(await run({ input: { heldOn, note: note.trim() || null } }))) return;
    done(t('joint.meetings.called', { date: longDate(heldOn) }));
    setDay('');
    setNote('');
  };
  return (
    <Form
      label={t('joint.meetings.call')}
      labels={{ heldOn: t('joint.meetings.heldOn'), note: t('joint.note') }}
      refusal={missing ?? refusal}
      onSubmit={() => void call()}
    >
      <DateField name="heldOn" required value={heldOn} onChange={setDay} />
      <TextField
        name="note"
        maxLength={500}
        hint={t('joint.meetings.noteHint')}
        value={note}
        onChange={setNote}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.meetings.call')}
        </Button>
      </div>
    </Form>
  );
}
