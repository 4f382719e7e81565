import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { ClassifyDocument } from './request-actions.documents';
import type { RequestRow } from './requests.documents';

const ThemesDocument = graphql(`
  query ThemeChoices {
    supportThemes {
      id
      name
      nameEn
    }
  }
`);

/** Names the theme of a trouble that came without one, or with the wrong one. */
export function ClassifyButton({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('requests.action.CLASSIFY')}</Button>
      <Dialog title={t('requests.action.CLASSIFY')} open={open} onClose={() => setOpen(false)}>
        <Themes request={request} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Themes({ request, onClose }: { readonly request: RequestRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [themeId, setThemeId] = useState(request.theme?.id ?? '');
  const themes = useLoad(ThemesDocument, {});
  const { run, busy, refusal } = useAction(ClassifyDocument);
  const [read] = useState(request.version);
  const classify = async () => {
    if (!(await run({ id: request.id, themeId, seen: refusal?.newer?.version ?? read }))) return;
    onClose();
    done(t('requests.done.CLASSIFY'));
  };
  return (
    <Loaded of={themes}>
      {({ supportThemes }) => (
        <Form
          labels={{ themeId: t('requests.ask.theme') }}
          refusal={refusal}
          sayValue={(_, value) => {
            const theme = supportThemes.find(({ id }) => id === value);
            return theme ? nameOf(theme) : null;
          }}
          onSubmit={() => void classify()}
        >
          <SelectField
            name="themeId"
            required
            empty={t('ui.choose')}
            value={themeId}
            onChange={setThemeId}
            options={supportThemes.map((theme) => ({ value: theme.id, label: nameOf(theme) }))}
          />
          <Actions>
            <Button type="submit" look="primary" busy={busy}>
              {t('requests.action.CLASSIFY')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          </Actions>
        </Form>
      )}
    </Loaded>
  );
}
