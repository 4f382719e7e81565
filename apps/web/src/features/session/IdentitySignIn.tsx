import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';

const BeginDocument = graphql(`
  mutation BeginIdentitySignIn($prefectureId: ID!) {
    beginIdentitySignIn(prefectureId: $prefectureId)
  }
`);

/** For people of a prefecture that has an identity provider; nothing where there is none. */
export function IdentitySignIn() {
  const { t } = useTranslation();
  const { identityProviders } = useSession();
  const { run, busy, refusal } = useAction(BeginDocument);
  if (identityProviders.length === 0) return null;
  const begin = async (prefectureId: string) => {
    const result = await run({ prefectureId });
    if (result) window.location.assign(result.beginIdentitySignIn);
  };
  return (
    <>
      <p>{t('session.or')}</p>
      <ErrorSummary refusal={refusal} />
      <ul className="flex flex-col gap-3">
        {identityProviders.map(({ prefectureId, prefectureName, prefectureNameEn }) => (
          <li key={prefectureId}>
            <Button busy={busy} onClick={() => void begin(prefectureId)}>
              {t('session.identity', {
                prefecture: nameOf({ name: prefectureName, nameEn: prefectureNameEn }),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
