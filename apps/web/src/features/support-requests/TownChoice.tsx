import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { townsOf } from '../../places';
import { SelectField } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import type { QuestionProps } from './request-draft';
import { TownChoicesDocument } from './request-form.documents';

/** The hub writes a request down for a town that telephones. */
export function TownChoice({ draft, change }: QuestionProps) {
  const { t } = useTranslation();
  const towns = useLoad(TownChoicesDocument, {});
  return (
    <Loaded of={towns}>
      {({ places }) => (
        <SelectField
          name="municipalityId"
          required
          hint={t('requestForm.townHint')}
          empty={t('ui.choose')}
          value={draft.municipalityId}
          onChange={(municipalityId) => change({ municipalityId })}
          options={townsOf(places).map((town) => ({ value: town.id, label: nameOf(town) }))}
        />
      )}
    </Loaded>
  );
}
