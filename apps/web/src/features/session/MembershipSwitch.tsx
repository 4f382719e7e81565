import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { ErrorSummary } from '../../ui/ErrorSummary';

const HeaderMembershipsDocument = graphql(`
  query HeaderMemberships {
    myMemberships {
      id
      role
      placeName
      placeNameEn
      current
    }
  }
`);

const SwitchHereDocument = graphql(`
  mutation SwitchHere($id: ID!) {
    switchMembership(id: $id)
  }
`);

/** 兼務: the other parts that the person may play, one press away; nothing for who has one. */
export function MembershipSwitch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { begin } = useSession();
  const { data } = useLoad(HeaderMembershipsDocument, {});
  const { run, busy, refusal } = useAction(SwitchHereDocument);
  const others = data?.myMemberships.filter(({ current }) => !current) ?? [];
  if (others.length === 0) return null;
  const go = async (id: string) => {
    if (!(await run({ id }))) return;
    await navigate('/');
    begin();
  };
  return (
    <div className="flex flex-col gap-1">
      <p id="other-parts" className="text-dns-14B-130 text-solid-gray-700">
        {t('session.otherParts')}
      </p>
      <ErrorSummary refusal={refusal} faults={[]} />
      <ul aria-labelledby="other-parts">
        {others.map(({ id, role, placeName, placeNameEn }) => (
          <li key={id}>
            <button
              type="button"
              aria-disabled={busy || undefined}
              className="link min-h-11 text-left"
              onClick={() => void go(id)}
            >
              {role === 'OPERATOR'
                ? t('session.role.OPERATOR')
                : t('account.partAt', {
                    place: nameOf({ name: placeName, nameEn: placeNameEn }),
                    role: t(`session.role.${role}`),
                  })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
