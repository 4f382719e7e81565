import { useTranslation } from 'react-i18next';
import { AsWritten } from '../../ui/AsWritten';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import type { Inquiry } from './dates.documents';
import { MarkSign, useHalfWords } from './InquiryWords';

/** Who said what of which half-day, and what they wrote beside it. */
export function AnswerTable({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const wordsOf = useHalfWords();
  const comments = inquiry.answers.filter(({ comment }) => comment);
  return (
    <Section title={t('dates.answers')} id="answers">
      {inquiry.answers.length === 0 && <p>{t('dates.nobodyYet')}</p>}
      <Table
        caption={t('dates.answers')}
        rows={inquiry.halves}
        keyOf={wordsOf}
        columns={[
          {
            key: 'half',
            title: t('dates.day'),
            heads: true,
            cell: (half) => (
              <>
                {wordsOf(half)}
                {half.isRefused && <strong className="block">{t('dates.refused')}</strong>}
              </>
            ),
          },
          ...inquiry.answers.map((answer) => ({
            key: answer.id,
            title: <AsWritten>{answer.name}</AsWritten>,
            cell: ({ date, half }: Inquiry['halves'][number]) => {
              const said = answer.marks.find((one) => one.date === date && one.half === half);
              return said ? <MarkSign mark={said.mark} /> : t('ui.none');
            },
          })),
        ]}
      />
      {comments.map(({ id, name, comment }) => (
        <p key={id}>
          <AsWritten>{`${name}: ${comment}`}</AsWritten>
        </p>
      ))}
    </Section>
  );
}
