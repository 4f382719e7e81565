import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { Choice } from '../../ui/Choice';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { NO_THEME, type QuestionProps, UNSURE, withTheme } from './request-draft';
import type { FormChoices, ThemeRow } from './request-form.documents';

const troubleOf = (theme: ThemeRow): string => (currentLanguage() === 'en' ? theme.troubleEn : theme.trouble);

/** Begins with the trouble, in the words of the person who has it; never with a skill. */
export function TroubleQuestion({
  draft,
  change,
  choices,
}: QuestionProps & { readonly choices: FormChoices }) {
  const { t } = useTranslation();
  const [filledWith, setFilledWith] = useState<string | null>(null);
  const { troubleGroups, supportThemes } = choices;
  const themes = supportThemes.filter((theme) => theme.groupId === draft.group);
  const unsure = draft.group === UNSURE;

  const chooseTheme = (id: string) => {
    const theme = supportThemes.find((one) => one.id === id);
    const before = supportThemes.find((one) => one.id === draft.theme);
    setFilledWith(theme ? nameOf(theme) : null);
    change(theme ? withTheme(draft, theme, before) : { theme: id });
  };
  const chooseGroup = (group: string) => {
    setFilledWith(null);
    change({ group, theme: group === UNSURE ? NO_THEME : '' });
  };

  return (
    <Section title={t('requestForm.q1')} id="q1">
      <Choice
        name="group"
        required
        layout="tiles"
        value={draft.group}
        onChange={chooseGroup}
        options={troubleGroups.map((group) => ({ value: group.id, label: nameOf(group) }))}
      />
      {unsure && <Notice>{t('requestForm.unsureNote')}</Notice>}
      {draft.group !== '' && !unsure && (
        <Choice
          name="theme"
          required
          value={draft.theme}
          onChange={chooseTheme}
          options={[
            ...themes.map((theme) => ({ value: theme.id, label: troubleOf(theme), hint: nameOf(theme) })),
            { value: NO_THEME, label: t('requestForm.themeNone') },
          ]}
        />
      )}
      <div role="status">
        {filledWith && <Notice>{t('requestForm.prefilled', { theme: filledWith })}</Notice>}
      </div>
    </Section>
  );
}
