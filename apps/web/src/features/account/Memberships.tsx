import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResultOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Form } from '../../ui/Form';
import { Section } from '../../ui/Page';
import { MyMembershipsDocument, SwitchMembershipDocument } from './account.documents';

type Rows = ResultOf<typeof MyMembershipsDocument>['myMemberships'];

/** Only somebody with several parts has something to choose. */
export function Memberships() {
  const { t } = useTranslation();
  const { data } = useLoad(MyMembershipsDocument, {});
  if (!data || data.myMemberships.length < 2) return null;
  return (
    <Section title={t('account.memberships')} id="memberships">
      <SwitchForm rows={data.myMemberships} />
    </Section>
  );
}

function SwitchForm({ rows }: { readonly rows: Rows }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { begin } = useSession();
  const [id, setId] = useState(rows.find((row) => row.current)?.id ?? '');
  const { run, busy, refusal } = useAction(SwitchMembershipDocument);
  const submit = async () => {
    if (!(await run({ id }))) return;
    await navigate('/');
    begin();
  };
  return (
    <Form labels={{ id: t('account.membership') }} refusal={refusal} onSubmit={() => void submit()}>
      <Choice
        name="id"
        needless
        value={id}
        onChange={setId}
        options={rows.map((row) => ({
          value: row.id,
          label:
            row.role === 'OPERATOR'
              ? t('session.role.OPERATOR')
              : t('account.partAt', {
                  place: nameOf({ name: row.placeName, nameEn: row.placeNameEn }),
                  role: t(`session.role.${row.role}`),
                }),
        }))}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t('account.switch')}
        </Button>
      </div>
    </Form>
  );
}
