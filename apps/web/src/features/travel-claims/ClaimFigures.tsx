import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { longDate, monthName, shortDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Notice } from '../../ui/Notice';
import { Table } from '../../ui/Table';
import { REGIONS } from './regions';
import type { AmountRow, ClaimFigures as Figures, ClaimRow } from './travel-claims.documents';

/** Every amount with its clause, what is missing, and who bears how much. */
export function ClaimFigures({ claim, figures }: { readonly claim: ClaimRow; readonly figures: Figures }) {
  const { t } = useTranslation();
  const { rules, fees, totalYen } = figures;
  return (
    <div className="flex flex-col gap-6">
      <p>
        {t(figures.granted ? 'travelClaims.grantedTotal' : 'travelClaims.presentTotal')}{' '}
        <strong className="text-std-20B-150">{yenOf(totalYen)}</strong>
      </p>
      <MissingList figures={figures} />
      {rules.map(({ rule, lines, yen }) => (
        <div key={rule.id} className="flex flex-col gap-2">
          <h3 className="text-std-17B-170">
            <AsWritten>{rule.title}</AsWritten>
          </h3>
          <p className="text-dns-14N-130 text-solid-gray-700">
            {t('travelClaims.ruleOf', { version: rule.version, from: longDate(rule.validFrom) })}
            {!rule.checked && ` ${t('travelClaims.unchecked')}`}
          </p>
          <Amounts caption={rule.title} lines={lines} yen={yen} />
        </div>
      ))}
      {fees.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3 className="text-std-17B-170">{t('travelClaims.fees')}</h3>
          <p className="text-dns-14N-130 text-solid-gray-700">{t('travelClaims.feesNote')}</p>
          <Amounts
            caption={t('travelClaims.fees')}
            lines={fees}
            yen={fees.reduce((sum, { yen }) => sum + yen, 0)}
          />
        </div>
      )}
      <Shares claim={claim} figures={figures} />
    </div>
  );
}

type Line = AmountRow & { readonly key: string };

function Amounts({
  caption,
  lines,
  yen,
}: {
  readonly caption: string;
  readonly lines: readonly AmountRow[];
  readonly yen: number;
}) {
  const { t } = useTranslation();
  const isEnglish = currentLanguage() === 'en';
  if (lines.length === 0) return <p>{t('travelClaims.noLines')}</p>;
  return (
    <>
      <Table<Line>
        caption={caption}
        rows={lines.map((line, i) => ({ ...line, key: String(i) }))}
        keyOf={({ key }) => key}
        cards
        columns={[
          {
            key: 'kind',
            title: t('travelClaims.kind'),
            heads: true,
            cell: ({ kind, onDate }) => `${shortDate(onDate)} ${t(`travelClaims.lineKinds.${kind}`)}`,
          },
          {
            key: 'formula',
            title: t('travelClaims.formula'),
            cell: ({ formulaJa, formulaEn }) => (isEnglish ? formulaEn : formulaJa),
          },
          {
            key: 'clause',
            title: t('travelClaims.clause'),
            cell: ({ clauseJa, clauseEn }) => (isEnglish ? clauseEn : clauseJa),
          },
          {
            key: 'yen',
            title: t('travelClaims.yen'),
            numeric: true,
            nowrap: true,
            cell: (line) => yenOf(line.yen),
          },
        ]}
      />
      <p className="text-right">
        {t('travelClaims.sum')} <strong>{yenOf(yen)}</strong>
      </p>
    </>
  );
}

function MissingList({ figures: { missing, withoutRule, agreedPrice } }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  if (missing.length === 0 && withoutRule.length === 0 && !agreedPrice) return null;
  const whatOf = (what: string): string => {
    const region = REGIONS.find(({ id }) => what === `ceiling.${id}`);
    if (region) return t('travelClaims.ceilingOf', { name: nameOf(region) });
    return t(`travelClaims.what.${what}`, { defaultValue: what });
  };
  return (
    <Notice title={t('travelClaims.missing')}>
      <ul className="list-disc pl-6">
        {withoutRule.map((name) => (
          <li key={name}>
            {t('travelClaims.withoutRule', { name: name === '' ? t('travelClaims.prefecture') : name })}
          </li>
        ))}
        {agreedPrice && <li>{t('travelClaims.agreedPrice')}</li>}
        {missing.map(({ kind, onDate, what, yen }) => (
          <li key={`${kind} ${onDate} ${what}`}>
            {t(`travelClaims.missingKinds.${kind}`, { date: shortDate(onDate), what: whatOf(what) })}
            {yen > 0 && ` ${t('travelClaims.missingYen', { yen: yenOf(yen) })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Shares({ claim, figures: { shares } }: { readonly claim: ClaimRow; readonly figures: Figures }) {
  const { t } = useTranslation();
  const rows = claim.visits.map((visit) => ({
    ...visit,
    share: shares.find(({ visitId }) => visitId === visit.visitId),
  }));
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-std-17B-170">{t('travelClaims.payers')}</h3>
      {rows.length > 1 && <p>{t(`travelClaims.shareNotes.${claim.shareRule}`)}</p>}
      <Table
        caption={t('travelClaims.payers')}
        rows={rows}
        keyOf={({ visitId }) => visitId}
        cards
        columns={[
          {
            key: 'visit',
            title: t('travelClaims.visit'),
            heads: true,
            cell: ({ onDate, municipality }) =>
              `${shortDate(onDate)} ${municipality ? nameOf(municipality) : ''}`,
          },
          {
            key: 'payer',
            title: t('travelClaims.payer'),
            cell: ({ share }) => share?.payerName ?? t('travelClaims.prefecture'),
          },
          {
            key: 'yen',
            title: t('travelClaims.travelYen'),
            numeric: true,
            nowrap: true,
            cell: ({ share }) => yenOf(share?.yen ?? 0),
          },
          {
            key: 'fee',
            title: t('travelClaims.fees'),
            numeric: true,
            nowrap: true,
            cell: ({ share }) => (share?.feeYen ? yenOf(share.feeYen) : t('ui.none')),
          },
          {
            key: 'charged',
            title: t('travelClaims.charged'),
            cell: ({ chargedMonth }) =>
              chargedMonth ? monthName(chargedMonth) : t('travelClaims.notCharged'),
          },
        ]}
      />
    </div>
  );
}
