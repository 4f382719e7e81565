import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession, useViewer } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { DateField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import {
  type Declaration,
  DeclarationsDocument,
  KeepDeclarationDocument,
  SignDocument,
  type Signatory,
  TakeBackDocument,
} from './council.documents';

/** What the prefecture and its towns signed together, and who has signed. */
export function DeclarationPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const keeps = useDailyWork() && role === 'HUB_STAFF';
  const [drawing, setDrawing] = useState(false);
  const load = useLoad(DeclarationsDocument, {}, { about: ['Declaration', 'DeclarationSignatory'] });
  return (
    <Page
      title={t('council.declaration')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t('council.declarationLead')}</p>}
    >
      {keeps && (
        <div>
          <Button look="primary" onClick={() => setDrawing(true)}>
            {t('council.drawUp')}
          </Button>
        </div>
      )}
      <Loaded of={load}>
        {({ declarations }) =>
          declarations.length === 0 ? (
            <Empty>{t('council.noDeclaration')}</Empty>
          ) : (
            declarations.map((one) => <OneDeclaration key={one.id} declaration={one} keeps={keeps} />)
          )
        }
      </Loaded>
      <Dialog open={drawing} onClose={() => setDrawing(false)} title={t('council.drawUp')}>
        <DeclarationForm declaration={null} onDone={() => setDrawing(false)} />
      </Dialog>
    </Page>
  );
}

function OneDeclaration({
  declaration,
  keeps,
}: {
  readonly declaration: Declaration;
  readonly keeps: boolean;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const { prefectureName, prefectureNameEn } = useViewer();
  const [changing, setChanging] = useState(false);
  const [signing, setSigning] = useState<Signatory | null>(null);
  const [taking, setTaking] = useState<Signatory | null>(null);
  const { run, busy, refusal, clear } = useAction(TakeBackDocument);
  const { signatories } = declaration;
  const who = ({ municipality }: Signatory) =>
    nameOf(municipality ?? { name: prefectureName ?? '', nameEn: prefectureNameEn ?? '' });
  const takeBack = async () => {
    if (!taking || !(await run({ id: taking.id }))) return;
    setTaking(null);
    done(t('council.tookBack', { who: who(taking) }));
  };
  const columns: Column<Signatory>[] = [
    { key: 'who', title: t('council.signatory'), heads: true, cell: who },
    {
      key: 'name',
      title: t('council.signatoryName'),
      cell: ({ title, name }) => <AsWritten>{name === '' ? title : `${title} ${name}`}</AsWritten>,
    },
    {
      key: 'signed',
      title: t('council.signedOn'),
      cell: ({ signedOn }) => (signedOn ? longDate(signedOn) : <strong>{t('council.notSigned')}</strong>),
    },
    {
      key: 'do',
      title: t('council.do'),
      cell: (signatory) =>
        signatory.signedOn === null ? (
          <Button
            size="small"
            aria-label={t('council.signOf', { who: who(signatory) })}
            onClick={() => setSigning(signatory)}
          >
            {t('council.sign')}
          </Button>
        ) : (
          <Button
            size="small"
            look="quiet"
            aria-label={t('council.takeBackOf', { who: who(signatory) })}
            onClick={() => {
              clear();
              setTaking(signatory);
            }}
          >
            {t('council.takeBack')}
          </Button>
        ),
    },
  ];
  return (
    <Section title={<AsWritten>{declaration.title}</AsWritten>} id={`declaration-${declaration.id}`}>
      <p>{t('council.declared', { date: longDate(declaration.declaredOn) })}</p>
      <AsWritten block>{declaration.body}</AsWritten>
      <p className="font-700">
        {t('council.signedOf', {
          signed: signatories.filter(({ signedOn }) => signedOn !== null).length,
          all: signatories.length,
        })}
      </p>
      <Table
        caption={t('council.signatories')}
        rows={signatories}
        keyOf={({ id }) => id}
        cards
        columns={keeps ? columns : columns.filter(({ key }) => key !== 'do')}
      />
      {keeps && (
        <Actions>
          <Button onClick={() => setChanging(true)}>{t('council.changeWords')}</Button>
        </Actions>
      )}
      <Dialog open={changing} onClose={() => setChanging(false)} title={t('council.changeWords')}>
        <DeclarationForm declaration={declaration} onDone={() => setChanging(false)} />
      </Dialog>
      <Dialog
        open={signing !== null}
        onClose={() => setSigning(null)}
        title={signing ? t('council.signOf', { who: who(signing) }) : ''}
      >
        {signing && (
          <SignForm
            signatory={signing}
            who={who(signing)}
            first={declaration.declaredOn}
            onDone={() => setSigning(null)}
          />
        )}
      </Dialog>
      <ConfirmDialog
        open={taking !== null}
        onClose={() => setTaking(null)}
        title={taking ? t('council.takeBackOf', { who: who(taking) }) : ''}
        confirm={t('council.takeBack')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void takeBack()}
      />
    </Section>
  );
}

function DeclarationForm({
  declaration,
  onDone,
}: {
  /** Null: a new one. */
  readonly declaration: Declaration | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const [title, setTitle] = useState(declaration?.title ?? '');
  const [body, setBody] = useState(declaration?.body ?? '');
  const [declaredOn, setDeclaredOn] = useState(declaration?.declaredOn ?? '');
  const { run, busy, refusal } = useAction(KeepDeclarationDocument, 'Declaration');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const save = async () => {
    const empty = Object.entries({ title, body, declaredOn }).flatMap(([field, value]) =>
      value.trim() === '' ? [field] : [],
    );
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const seen = refusal?.newer?.version ?? declaration?.version ?? null;
    if (!(await run({ input: { id: declaration?.id ?? null, seen, title, body, declaredOn } }))) return;
    done(t('council.declarationSaved', { title }));
    onDone();
  };
  return (
    <Form
      labels={{ title: t('council.titleOf'), body: t('council.body'), declaredOn: t('council.declaredOn') }}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
    >
      <TextField name="title" required value={title} onChange={setTitle} />
      <TextAreaField name="body" required rows={8} max={4000} value={body} onChange={setBody} />
      <DateField name="declaredOn" required value={declaredOn} onChange={setDeclaredOn} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('council.save')}
        </Button>
      </div>
    </Form>
  );
}

interface SignProps {
  readonly signatory: Signatory;
  readonly who: string;
  /** The day of the declaration. */
  readonly first: string;
  readonly onDone: () => void;
}

function SignForm({ signatory, who, first, onDone }: SignProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const [title, setTitle] = useState(signatory.title);
  const [name, setName] = useState(signatory.name);
  const [signedOn, setSignedOn] = useState(first < today ? first : today);
  const { run, busy, refusal } = useAction(SignDocument);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const sign = async () => {
    const empty = Object.entries({ title, name, signedOn }).flatMap(([field, value]) =>
      value.trim() === '' ? [field] : [],
    );
    setMissing(emptyFields(empty));
    if (empty.length > 0 || !(await run({ id: signatory.id, input: { title, name, signedOn } }))) return;
    done(t('council.signedNow', { who }));
    onDone();
  };
  return (
    <Form
      labels={{
        title: t('council.office'),
        name: t('council.signatoryName'),
        signedOn: t('council.signedOn'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void sign()}
    >
      <TextField name="title" required value={title} onChange={setTitle} />
      <TextField name="name" required value={name} onChange={setName} />
      <DateField name="signedOn" required max={today} value={signedOn} onChange={setSignedOn} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('council.sign')}
        </Button>
      </div>
    </Form>
  );
}
