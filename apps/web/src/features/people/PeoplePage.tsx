import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { SelectField, TextField } from '../../ui/fields';
import { ExportMenu } from '../../ui/ExportMenu';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { useDutyWords } from './duties';
import { InviteDialog } from './InviteDialog';
import { LinkSheet, type OneTimeLink } from './LinkSheet';
import { OpenInvitations } from './OpenInvitations';
import { type Issued, PeopleDocument, type PersonRow, TownsOfPeopleDocument } from './people.documents';
import { PersonActions } from './PersonActions';

interface PageProps {
  readonly tabs?: ReactNode;
  /** What this role may see of those who left. */
  readonly below?: ReactNode;
}

/** Who belongs where: the hub sees its prefecture, a town's manager the own town. */
export function PeoplePage({ tabs, below }: PageProps) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const linkOf = useInvitationLink();
  const mayInvite =
    viewer.role === 'OPERATOR' || viewer.duties.some((duty) => duty !== 'AUDITOR' && duty !== 'REQUESTER');
  if (link) return <LinkSheet link={link} onBack={() => setLink(null)} />;
  return (
    <Page
      title={t(viewer.role === 'OPERATOR' ? 'people.operators' : 'people.title')}
      lead={<p>{t(`people.leadOf.${viewer.role === 'SPECIALIST' ? 'MUNICIPALITY_STAFF' : viewer.role}`)}</p>}
    >
      {tabs}
      <List
        invite={
          mayInvite && (
            <Button look="primary" onClick={() => setInviting(true)}>
              {t(viewer.role === 'OPERATOR' ? 'people.inviteOperator' : 'people.invite')}
            </Button>
          )
        }
        onLink={setLink}
      />
      <Section title={t('people.openInvitations')} id="open-invitations">
        <OpenInvitations mayWithdraw={mayInvite} />
      </Section>
      {below}
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onIssued={(issued) => {
            setInviting(false);
            setLink(linkOf(issued));
          }}
        />
      )}
    </Page>
  );
}

function useInvitationLink(): (issued: Issued) => OneTimeLink {
  const { t } = useTranslation();
  const dutyWords = useDutyWords();
  return ({ token, invitation: { role, forName, expiresAt, placeName, placeNameEn, duties } }) => {
    if (role === 'OPERATOR')
      return { kind: 'invitation', token, forName, expiresAt, lead: t('people.linkLead.invitationOperator') };
    const place = nameOf({ name: placeName, nameEn: placeNameEn });
    const lead =
      duties.length > 0
        ? t('people.linkLead.invitation', { place, duties: dutyWords(duties) })
        : t('people.linkLead.invitationPlain', { place });
    return { kind: 'invitation', token, forName, expiresAt, lead };
  };
}

interface ListProps {
  readonly invite: ReactNode;
  readonly onLink: (link: OneTimeLink) => void;
}

function List({ invite, onLink }: ListProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const viewer = useViewer();
  const words = search.get('q') ?? '';
  // A town's manager sees the own town alone, whatever the address says.
  const townId = viewer.role === 'HUB_STAFF' ? (search.get('town') ?? '') : '';
  const filter = { search: words || null, municipalityId: townId || null };
  const list = useLoad(PeopleDocument, { ...usePage(), filter }, { about: ['Person'] });
  return (
    <div className="flex flex-col gap-6">
      {invite && <div>{invite}</div>}
      <Search key={`${words}/${townId}`} words={words} townId={townId} />
      <Loaded of={list}>
        {({ people: { edges, pageInfo, totalCount } }) =>
          edges.length === 0 ? (
            <Empty>{t('people.empty')}</Empty>
          ) : (
            <>
              <PeopleTable rows={edges.map(({ node }) => node)} onLink={onLink} />
              <Pager total={totalCount} pageInfo={pageInfo} />
              {viewer.role !== 'OPERATOR' && <ExportMenu list="PEOPLE" filter={filter} />}
            </>
          )
        }
      </Loaded>
    </div>
  );
}

interface SearchProps {
  readonly words: string;
  readonly townId: string;
}

function Search({ words, townId }: SearchProps) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const [, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(words);
  const [town, setTown] = useState(townId);
  return (
    <search className="no-print">
      <Form
        labels={{ q: t('people.search'), town: t('people.townFilter') }}
        refusal={null}
        onSubmit={() => setSearch({ ...(typed.trim() && { q: typed.trim() }), ...(town && { town }) })}
      >
        <div
          className={`grid items-end gap-4 ${role === 'HUB_STAFF' ? 'sm:grid-cols-[1fr_1fr_auto]' : 'sm:grid-cols-[1fr_auto]'}`}
        >
          <TextField name="q" type="search" needless value={typed} onChange={setTyped} />
          {role === 'HUB_STAFF' && <TownField value={town} onChange={setTown} />}
          <Button type="submit">{t('people.show')}</Button>
        </div>
      </Form>
    </search>
  );
}

interface TownFieldProps {
  readonly value: string;
  readonly onChange: (townId: string) => void;
}

function TownField({ value, onChange }: TownFieldProps) {
  const { t } = useTranslation();
  const { prefectureId } = useViewer();
  const { data } = useLoad(TownsOfPeopleDocument, {});
  const towns = data?.places.filter(({ id }) => !id.startsWith(`${prefectureId}000`)) ?? [];
  return (
    <SelectField
      name="town"
      needless
      empty={t('people.everywhere')}
      value={value}
      onChange={onChange}
      options={towns.map((town) => ({ value: town.id, label: nameOf(town) }))}
    />
  );
}

interface TableProps extends Pick<ListProps, 'onLink'> {
  readonly rows: readonly PersonRow[];
}

function PeopleTable({ rows, onLink }: TableProps) {
  const { t } = useTranslation();
  const dutyWords = useDutyWords();
  const placeOf = ({ municipality, role }: PersonRow) =>
    municipality ? nameOf(municipality) : t(`people.roles.${role}`);
  return (
    <Table
      caption={t('people.caption')}
      cards
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('people.name'),
          heads: true,
          cell: (person) => (
            <>
              {nameOf(person)}
              {person.isSelf && (
                <span className="ml-2 text-dns-14N-130">{t('ui.inBrackets', { text: t('people.you') })}</span>
              )}
              <AsWritten className="block text-dns-14N-130 text-solid-gray-700">{person.loginId}</AsWritten>
            </>
          ),
        },
        { key: 'place', title: t('people.place'), cell: placeOf },
        { key: 'duties', title: t('people.duties'), cell: ({ duties }) => dutyWords(duties) },
        {
          key: 'lastSignIn',
          title: t('people.lastSignIn'),
          nowrap: true,
          cell: ({ lastSignInAt }) => (lastSignInAt ? shortInstant(lastSignInAt) : t('people.never')),
        },
        {
          key: 'act',
          title: t('people.act'),
          cell: (person) => <PersonActions person={person} place={placeOf(person)} onLink={onLink} />,
        },
      ]}
    />
  );
}
