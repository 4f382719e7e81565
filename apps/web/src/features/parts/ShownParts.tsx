import { useState } from 'react';
import { Button } from '../../ui/Button';
import { CountLinks } from '../../ui/CountLinks';
import { Facts } from '../../ui/Facts';
import { Gauge } from '../../ui/Gauge';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Pager } from '../../ui/Pager';
import { Section } from '../../ui/Page';
import { Panes } from '../../ui/Panes';
import { Skeleton } from '../../ui/Skeleton';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import { type Column, Table } from '../../ui/Table';
import { Tabs } from '../../ui/Tabs';
import { Tracker } from '../../ui/Tracker';
import { GLYPHS, VISITS } from './samples';

const STATES: readonly (readonly [StatusTone, string])[] = [
  ['resting', '下書き'],
  ['waiting', '返信待ち'],
  ['moving', '調整中'],
  ['finished', '完了'],
  ['stopped', '見送り'],
];
const STEPS = ['受付', '調整', '日程', '訪問', '報告'] as const;

type Visit = (typeof VISITS)[number];

const COLUMNS: readonly Column<Visit>[] = [
  { key: 'town', title: '市町村', heads: true, nowrap: true, cell: ({ town }) => town },
  { key: 'day', title: '日程', nowrap: true, cell: ({ day }) => day },
  { key: 'state', title: '状態', cell: ({ state }) => <StatusText tone="waiting">{state}</StatusText> },
  { key: 'days', title: '待ち日数', numeric: true, cell: ({ days }) => days },
];

const NOT_LOADED = {
  data: undefined,
  refusal: { message: null, code: 'NETWORK', faults: [] },
  busy: false,
  reload: () => undefined,
};

/** States, lists and figures. */
export function ShownParts() {
  const [isDense, setDense] = useState(document.documentElement.dataset['density'] === 'dense');
  const change = () => {
    document.documentElement.dataset['density'] = isDense ? 'standard' : 'dense';
    setDense(!isDense);
  };
  return (
    <>
      <Section title="状態" id="states">
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {STATES.map(([tone, word]) => (
            <StatusText key={tone} tone={tone}>
              {word}
            </StatusText>
          ))}
        </p>
        <Tracker label="依頼の進み" steps={STEPS} at={2} />
        <p>
          使用 41日／契約 60日（公開前 47日）
          <Gauge used={41} more={47} limit={60} />
        </p>
        <p>
          使用 63日／契約 60日
          <Gauge used={63} limit={60} />
        </p>
        <Tabs
          label="見る範囲"
          tabs={[
            { to: '/parts', label: '今月', current: true },
            { to: '/parts?next', label: '来月', current: false },
          ]}
        />
      </Section>
      <Section title="お知らせ" id="notices">
        <Notice title="公開前の変更が16件あります" />
        <Notice tone="done" title="送りました" />
        <Notice tone="warning" title="候補が1つだと入らないことがあります" />
        <Notice tone="error" title="保存できませんでした">
          <p>入力した内容はこの画面に残っています。</p>
        </Notice>
      </Section>
      <Section
        title="表"
        id="tables"
        aside={
          <Button size="small" aria-pressed={isDense} onClick={change}>
            詰めて表示
          </Button>
        }
      >
        <Table caption="訪問" columns={COLUMNS} rows={VISITS} keyOf={({ id }) => id} />
        <Table
          caption="訪問（小さい画面では札）"
          columns={COLUMNS}
          rows={VISITS}
          keyOf={({ id }) => id}
          cards
        />
        <Pager total={60} pageInfo={{ hasNextPage: true, endCursor: 'x' }} />
        <Facts
          items={[
            { term: '市町村', value: '阿蘇市' },
            { term: '字の確認', value: <span id="glyphs">{GLYPHS}</span> },
          ]}
        />
        <CountLinks label="今日の仕事" links={[{ to: '/parts', label: '新しい依頼', count: 3 }]} />
      </Section>
      <Section title="待つ・空・失敗" id="waiting">
        <Panes
          first={<Skeleton kind="rows" count={4} />}
          second={
            <div className="flex flex-col gap-4">
              <Skeleton count={4} />
              <Empty action={<Button size="small">依頼を作る</Button>}>
                未割当の依頼はありません。次の締切は12月5日です。
              </Empty>
              <Loaded of={NOT_LOADED}>{() => null}</Loaded>
            </div>
          }
        />
      </Section>
    </>
  );
}
