import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Choice } from '../../ui/Choice';
import { Notice } from '../../ui/Notice';
import { Question } from './Question';
import { NO_THEME, type QuestionProps, UNSURE, withGroup, withTheme } from './request-draft';
import { type FormChoices, LikeRequestsDocument, type ThemeRow } from './request-form.documents';
import type { TownFacts } from './request-template';

const troubleOf = (theme: ThemeRow): string => (currentLanguage() === 'en' ? theme.troubleEn : theme.trouble);

interface Props extends QuestionProps {
  readonly choices: FormChoices;
  readonly facts: TownFacts;
  /** The draft itself is not like itself. */
  readonly exceptId: string | null;
}

/** Begins with the trouble, in the words of the person who has it; never with a skill. */
export function TroubleQuestion({ draft, change, choices, facts, exceptId }: Props) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState(false);
  const { troubleGroups, supportThemes } = choices;
  const known = { themes: supportThemes, facts };
  const themes = supportThemes.filter((theme) => theme.groupId === draft.group);
  const unsure = draft.group === UNSURE;
  const take = (next: typeof draft) => {
    setFilled(next.trouble !== draft.trouble && next.trouble !== '');
    change(next);
  };
  const chooseTheme = (id: string) => {
    const theme = supportThemes.find((one) => one.id === id);
    take(theme ? withTheme(draft, theme, known) : { ...draft, theme: id });
  };

  return (
    <Question number={1} title={t('requestForm.q1')}>
      <Choice
        name="group"
        bare
        required
        layout="tiles"
        value={draft.group}
        onChange={(group) => take(withGroup(draft, group, known))}
        options={troubleGroups.map((group) => ({ value: group.id, label: nameOf(group) }))}
      />
      {unsure && <Notice>{t('requestForm.unsureNote')}</Notice>}
      {draft.group !== '' && !unsure && (
        <Choice
          name="theme"
          needless
          value={draft.theme}
          onChange={chooseTheme}
          options={[
            ...themes.map((theme) => ({ value: theme.id, label: troubleOf(theme), hint: nameOf(theme) })),
            { value: NO_THEME, label: t('requestForm.themeNone') },
          ]}
        />
      )}
      <p role="status" className={filled ? 'text-solid-gray-700' : 'sr-only'}>
        {filled && t('requestForm.prefilled')}
      </p>
      {!unsure && draft.theme.startsWith('T') && <LikeRequests themeId={draft.theme} exceptId={exceptId} />}
    </Question>
  );
}

/** 似た依頼: the town has asked for the like already, and it is under way. */
export function LikeRequests({
  themeId,
  exceptId,
}: {
  readonly themeId: string;
  readonly exceptId: string | null;
}) {
  const { t } = useTranslation();
  const load = useLoad(LikeRequestsDocument, { themeId }, { about: ['SupportRequest'] });
  const like = (load.data?.supportRequests.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => id !== exceptId);
  if (like.length === 0) return null;
  return (
    <Notice title={t('requestForm.like')}>
      <ul className="flex flex-col gap-1">
        {like.map(({ id, number, title, status }) => (
          <li key={id}>
            <Link to={`/requests/${id}`} className="link">
              {number} <AsWritten>{title}</AsWritten>
            </Link>{' '}
            <span className="text-solid-gray-700">
              {t('ui.inBrackets', { text: t(`requests.status.${status}`) })}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
