import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { en } from './en/index.js';
import { localeOf, sentenceOf } from './index.js';
import { ja } from './ja/index.js';

const sources = ['libs', 'apps/api/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts') && !file.includes('planning/'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
);

const found = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))),
];

describe('messages', () => {
  it('exist for every refusal in the code', () => {
    const reasons = [
      ...found(/DomainError\(\s*'[A-Z_]+',\s*'([^']+)'/g),
      ...found(/notFound\('([^']+)'\)/g).map((what) => `${what}.not-found`),
      ...found(/knownId\('([^']+)'/g).map((what) => `${what}.not-found`),
    ];
    expect(reasons.length).toBeGreaterThan(15);
    expect(reasons.filter((reason) => !ja.reasons[reason])).toEqual([]);
  });

  it('exist for every rule of an input', () => {
    const rules = found(/rule: '([a-z-]+)'/g);
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter((rule) => !ja.faults[rule])).toEqual([]);
  });

  it('are the same in both languages', () => {
    for (const part of ['reasons', 'faults', 'fields'] as const)
      expect(Object.keys(en[part]).sort()).toEqual(Object.keys(ja[part]).sort());
  });

  it('name every fault with the words of the screen', () => {
    const extensions = {
      reason: 'input.invalid',
      faults: [
        { path: 'title', rule: 'required' },
        { path: 'wished.3.date', rule: 'past', facts: { today: '2026-11-21' } },
      ],
    };
    expect(sentenceOf(extensions, 'ja')).toBe(
      '「件名」を入力してください。 「日付」が今日（2026年11月21日）より前です。今日以降の日付にしてください。 入力した内容はこの画面に残っています。',
    );
    expect(sentenceOf(extensions, 'en')).toContain('Please fill in “Title”.');
  });

  it('are Japanese unless the reader asks for English first', () => {
    expect([undefined, 'ja', 'fr', 'ja,en;q=0.5'].map(localeOf)).toEqual(['ja', 'ja', 'ja', 'ja']);
    expect(['en', 'en-GB,ja;q=0.3'].map(localeOf)).toEqual(['en', 'en']);
  });
});
