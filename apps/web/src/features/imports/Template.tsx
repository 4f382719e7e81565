import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { type Refusal, refusalOf } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { townsOf } from '../../places';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { saveSheet } from '../../ui/save-file';
import { isAct } from './import-kinds';
import { type ImportKind, KitTownsDocument, TemplateDocument } from './imports.documents';

/** The empty table; of requests also the book of one town, to be filled in without a connection. */
export function Template({ kind }: { readonly kind: ImportKind }) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const client = useClient();
  const [town, setTown] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isTown = role === 'MUNICIPALITY_STAFF';
  const act = isAct(kind);
  const isKit = act || (kind === 'SUPPORT_REQUESTS' && (isTown || town !== ''));
  const download = async () => {
    setBusy(true);
    const variables = { kind, municipalityId: town || null };
    const { data, error } = await client.query(TemplateDocument, variables, {
      requestPolicy: 'network-only',
    });
    setBusy(false);
    setRefusal(error ? refusalOf(error) : null);
    if (data) saveSheet(data.importTemplate);
  };
  return (
    <Form
      labels={{ town: t('imports.kitTown'), municipalityId: t('imports.kitTown') }}
      refusal={refusal}
      onSubmit={() => void (busy || download())}
    >
      <div className="flex max-w-3xl flex-col gap-4">
        {(act || kind === 'SUPPORT_REQUESTS') && !isTown && (
          <TownField act={act} value={town} onChange={setTown} />
        )}
        <p>{t(isKit ? 'imports.kitLead' : 'imports.templateLead')}</p>
        {act && <p>{t('imports.kitActLead')}</p>}
        <div>
          <Button type="submit" busy={busy}>
            {t(isKit ? 'imports.kit' : 'imports.template')}
          </Button>
        </div>
      </div>
    </Form>
  );
}

interface TownProps {
  /** Its book has no rows but those of one town. */
  readonly act: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TownField({ act, value, onChange }: TownProps) {
  const { t } = useTranslation();
  const { data } = useLoad(KitTownsDocument, {});
  const towns = townsOf(data?.places ?? []);
  return (
    <SelectField
      name={act ? 'municipalityId' : 'town'}
      needless={!act}
      required={act}
      empty={t(act ? 'imports.kitTownChoose' : 'imports.kitTownEmpty')}
      value={value}
      onChange={onChange}
      options={towns.map((town) => ({ value: town.id, label: nameOf(town) }))}
    />
  );
}
