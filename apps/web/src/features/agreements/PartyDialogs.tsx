import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { isPartyKind, PARTY_KINDS } from './agreement-words';
import {
  AddPartyDocument,
  type PartyKind,
  type PartyRow,
  PartyTownsDocument,
  RevisePartyDocument,
} from './parties.documents';

/** Whose name is not the register's. */
const NAMED: readonly PartyKind[] = ['COMPANY', 'ASSOCIATION'];

function usePartyLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  return {
    partyKind: t('parties.kindOf'),
    municipalityId: t('parties.town'),
    name: t('parties.name'),
    nameEn: t('parties.nameEn'),
    address: t('parties.address'),
  };
}

export function AddPartyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const labels = usePartyLabels();
  const [partyKind, setKind] = useState<PartyKind>('COMPANY');
  const [municipalityId, setTown] = useState('');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [address, setAddress] = useState('');
  const { run, busy, refusal } = useAction(AddPartyDocument);
  const named = NAMED.includes(partyKind);
  const submit = async () => {
    const result = await run({
      input: {
        partyKind,
        municipalityId: partyKind === 'MUNICIPALITY' ? municipalityId : null,
        name: named ? name : null,
        nameEn: named ? nameEn : null,
        address: address || null,
      },
    });
    if (!result) return;
    onClose();
    done(t('parties.added', { name: nameOf(result.addParty) }));
  };
  return (
    <Dialog title={t('parties.add')} open onClose={onClose}>
      <Form labels={labels} refusal={refusal} onSubmit={() => void submit()}>
        <Choice
          name="partyKind"
          required
          layout="row"
          value={partyKind}
          onChange={(value) => isPartyKind(value) && setKind(value)}
          options={PARTY_KINDS.map((value) => ({ value, label: t(`parties.kind.${value}`) }))}
        />
        {partyKind === 'MUNICIPALITY' && <TownField value={municipalityId} onChange={setTown} />}
        {named && (
          <>
            <TextField name="name" required value={name} onChange={setName} />
            <TextField name="nameEn" required value={nameEn} onChange={setNameEn} />
          </>
        )}
        <TextField name="address" hint={t('parties.addressHint')} value={address} onChange={setAddress} />
        <DialogActions confirm={t('parties.add')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function TownField({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useTranslation();
  const { prefectureId } = useViewer();
  const { data } = useLoad(PartyTownsDocument, {});
  // The prefecture's own office is a place too, but no municipality.
  const towns = data?.places.filter(({ id }) => !id.startsWith(`${prefectureId}000`)) ?? [];
  return (
    <SelectField
      name="municipalityId"
      required
      empty={t('ui.choose')}
      value={value}
      onChange={onChange}
      options={towns.map((town) => ({ value: town.id, label: `${nameOf(town)}（${town.id}）` }))}
    />
  );
}

interface ReviseProps {
  readonly party: PartyRow;
  readonly onClose: () => void;
}

export function RevisePartyDialog({ party, onClose }: ReviseProps) {
  const { t } = useTranslation();
  const done = useDone();
  const labels = usePartyLabels();
  const [name, setName] = useState(party.name);
  const [nameEn, setNameEn] = useState(party.nameEn);
  const [address, setAddress] = useState(party.address ?? '');
  const { run, busy, refusal } = useAction(RevisePartyDocument);
  const named = NAMED.includes(party.kind);
  const submit = async () => {
    const input = { name: named ? name : null, nameEn: named ? nameEn : null, address: address || null };
    const seen = refusal?.newer?.version ?? party.version;
    if (!(await run({ id: party.id, input, seen }))) return;
    onClose();
    done(t('parties.revised'));
  };
  return (
    <Dialog title={t('parties.reviseOne', { name: nameOf(party) })} open onClose={onClose}>
      <Form labels={labels} refusal={refusal} onSubmit={() => void submit()}>
        {named ? (
          <>
            <TextField name="name" required value={name} onChange={setName} />
            <TextField name="nameEn" required value={nameEn} onChange={setNameEn} />
          </>
        ) : (
          <p>{t('parties.registerName')}</p>
        )}
        <TextField name="address" hint={t('parties.addressHint')} value={address} onChange={setAddress} />
        <DialogActions confirm={t('parties.save')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
