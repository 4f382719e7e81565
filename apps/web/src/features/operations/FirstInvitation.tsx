import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import {
  InviteFirstHubAccountDocument,
  type InstallationState,
  PrefecturesDocument,
} from './operations.documents';

/** A link that was made just now: it is nowhere else. */
export interface FirstLink {
  readonly token: string;
  readonly forName: string;
  readonly expiresAt: string;
  /** What the link does, in a sentence. */
  readonly lead: string;
}

interface Props {
  /** Prefectures of which somebody can sign in; where the hub can, it invites its own people. */
  readonly live: InstallationState['prefectures'];
  readonly onLink: (link: FirstLink) => void;
}

/** Lets the first person of a prefecture's hub in. */
export function FirstInvitation({ live, onLink }: Props) {
  const { t } = useTranslation();
  const prefectures = useLoad(PrefecturesDocument, {});
  const [prefectureId, setPrefecture] = useState('');
  const [forName, setForName] = useState('');
  const { run, busy, refusal } = useAction(InviteFirstHubAccountDocument);
  const withHub = live.filter(({ hubAccounts }) => hubAccounts > 0).map(({ id }) => id);
  const submit = async () => {
    const issued = (await run({ prefectureId, forName }))?.inviteFirstHubAccount;
    if (!issued) return;
    const { placeName, placeNameEn, expiresAt } = issued.invitation;
    const place = nameOf({ name: placeName, nameEn: placeNameEn });
    onLink({
      token: issued.token,
      forName: issued.invitation.forName,
      expiresAt,
      lead: t('operations.firstLink', { place }),
    });
  };
  return (
    <>
      <p>{t('operations.firstLead')}</p>
      <Loaded of={prefectures}>
        {(data) => (
          <Form
            labels={{ prefectureId: t('operations.prefecture'), forName: t('operations.forName') }}
            refusal={refusal}
            onSubmit={() => void submit()}
          >
            <SelectField
              name="prefectureId"
              required
              empty={t('ui.choose')}
              value={prefectureId}
              onChange={setPrefecture}
              options={data.prefectures
                .filter(({ id }) => !withHub.includes(id))
                .map((one) => ({ value: one.id, label: nameOf(one) }))}
            />
            <TextField
              name="forName"
              required
              hint={t('operations.forNameHint')}
              autoComplete="off"
              value={forName}
              onChange={setForName}
            />
            <div>
              <Button type="submit" look="primary" busy={busy}>
                {t('operations.makeLink')}
              </Button>
            </div>
          </Form>
        )}
      </Loaded>
    </>
  );
}
