import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { longDate } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Empty } from '../../ui/Loaded';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { RouteRow } from './schemes.documents';

const TONES: Readonly<Record<RouteRow['fit'], StatusTone>> = {
  FITS: 'finished',
  WITH_CONDITIONS: 'waiting',
  NOT: 'stopped',
};

interface Props {
  readonly routes: readonly RouteRow[];
  /** What can be done with a scheme that fits. */
  readonly action?: (route: RouteRow) => ReactNode;
}

/** Schemes that are shown in full at once. */
const SHOWN = 3;

/** Where a trouble can go, best first; what does not fit is folded away with its reasons. */
export function RouteList({ routes, action }: Props) {
  const { t } = useTranslation();
  const fitting = routes.filter(({ fit }) => fit !== 'NOT');
  const others = routes.filter(({ fit }) => fit === 'NOT');
  const more = fitting.slice(SHOWN);
  return (
    <div className="flex flex-col gap-4">
      {fitting.length === 0 ? (
        <Empty>{t('schemes.none')}</Empty>
      ) : (
        <Cards routes={fitting.slice(0, SHOWN)} action={action} />
      )}
      {more.length > 0 && (
        <details>
          <summary className="mb-3 w-fit py-2 underline underline-offset-4">
            {t('schemes.moreFitting', { count: more.length })}
          </summary>
          <Cards routes={more} action={action} />
        </details>
      )}
      {others.length > 0 && (
        <details>
          <summary className="w-fit py-2 underline underline-offset-4">
            {t('schemes.notFitting', { count: others.length })}
          </summary>
          <ul className="flex flex-col gap-3 pt-2">
            {others.map((route) => (
              <li key={route.scheme.id}>
                <AsWritten>{nameOf(route.scheme)}</AsWritten>
                <Reasons route={route} weight="AGAINST" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Cards({ routes, action }: Props) {
  return (
    <ol className="flex flex-col gap-4">
      {routes.map((route) => (
        <li key={route.scheme.id} className="rounded-8 border border-solid-gray-300 p-4">
          <RouteCard route={route} action={action?.(route)} />
        </li>
      ))}
    </ol>
  );
}

function RouteCard({ route, action }: { readonly route: RouteRow; readonly action: ReactNode }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { scheme, fit, nextWindow } = route;
  const left = useLeft(route);
  const has = (weight: RouteRow['reasons'][number]['weight']) =>
    route.reasons.some((reason) => reason.weight === weight);
  return (
    <div className="flex flex-col gap-3">
      <h3 className="flex flex-wrap items-center gap-x-4 gap-y-1 text-std-18B-160">
        <AsWritten>{nameOf(scheme)}</AsWritten>
        <StatusText tone={TONES[fit]}>{t(`schemes.fit.${fit}`)}</StatusText>
      </h3>
      <Facts
        items={[
          has('CONDITION') && {
            term: t('schemes.weight.CONDITION'),
            value: <Reasons route={route} weight="CONDITION" />,
          },
          (has('NOTE') || scheme.toConfirm.length > 0) && {
            term: t('schemes.weight.NOTE'),
            value: (
              <>
                <Reasons route={route} weight="NOTE" />
                {scheme.toConfirm.length > 0 && (
                  <p>
                    {t('schemes.confirmThese', {
                      what: scheme.toConfirm.map((words) => words[language]).join(t('ui.listMark')),
                    })}
                  </p>
                )}
              </>
            ),
          },
          left !== '' && { term: t('schemes.left'), value: left },
          scheme.origin === 'NATIONAL' && {
            term: t('schemes.next'),
            value: nextWindow
              ? `${longDate(nextWindow.closesOn)} ${nextWindow.closesAt ?? ''}`
              : t('schemes.nextUnknown'),
          },
          { term: t('schemes.cost'), value: scheme.costWords[language] },
          scheme.source !== '' && {
            term: t('schemes.source'),
            value: <AsWritten>{scheme.source}</AsWritten>,
          },
        ]}
      />
      {action}
    </div>
  );
}

function Reasons({
  route,
  weight,
}: {
  readonly route: RouteRow;
  readonly weight: RouteRow['reasons'][number]['weight'];
}) {
  return (
    <ul className="list-disc pl-5">
      {route.reasons
        .filter((reason) => reason.weight === weight)
        .map(({ code, sentence }) => (
          <li key={code}>{sentence[currentLanguage()]}</li>
        ))}
    </ul>
  );
}

/** What is left of the caps, in words; empty where there are none. */
function useLeft({ leftOnSiteDays, leftOnlineMinutes, leftVisits }: RouteRow): string {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  return [
    leftOnSiteDays !== null && t('schemes.leftDays', { n: leftOnSiteDays }),
    leftOnlineMinutes !== null && t('schemes.leftTime', { time: minutesOf(leftOnlineMinutes) }),
    leftVisits !== null && t('schemes.leftVisits', { n: leftVisits }),
  ]
    .filter((words) => words !== false)
    .join(t('ui.listMark'));
}
