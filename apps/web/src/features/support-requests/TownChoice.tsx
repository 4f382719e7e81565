import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { usePrefectureId } from '../../session';
import { SelectField } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import type { QuestionProps } from './request-draft';
import { TownChoicesDocument } from './request-form.documents';

/** The hub writes a request down for a town that telephones. */
export function TownChoice({ draft, change }: QuestionProps) {
  const { t } = useTranslation();
  const prefectureId = usePrefectureId();
  const towns = useLoad(TownChoicesDocument, { prefectureId });
  return (
    <Loaded of={towns}>
      {({ municipalities }) => (
        <SelectField
          name="municipalityId"
          required
          hint={t('requestForm.townHint')}
          empty={t('ui.choose')}
          value={draft.municipalityId}
          onChange={(municipalityId) => change({ municipalityId })}
          options={municipalities.edges.map(({ node }) => ({ value: node.id, label: nameOf(node) }))}
        />
      )}
    </Loaded>
  );
}
