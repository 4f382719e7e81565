import 'reflect-metadata';
import { gatherFacts, judged } from '@banso/platform';

const MARKS = { ok: '✓', advice: '!', fault: '✗' } as const;

/** Says what is wrong and how to mend it: a line for each check, and one more for what to do. */
try {
  const findings = judged(await gatherFacts(process.env));
  for (const { check, verdict } of findings) {
    const { found, level, remedy } = verdict;
    process.stdout.write(
      `${MARKS[level]} ${check.title.ja}: ${found.ja}${remedy ? `。→ ${remedy.ja}` : ''}\n`,
    );
    process.stdout.write(`  ${check.title.en}: ${found.en}${remedy ? `. → ${remedy.en}` : ''}\n`);
  }
  const count = (level: keyof typeof MARKS): number =>
    findings.filter(({ verdict }) => verdict.level === level).length;
  process.stdout.write(
    `\n問題 ${count('fault')} 件、助言 ${count('advice')} 件\n  ${count('fault')} faults, ${count('advice')} hints\n`,
  );
  process.exitCode = count('fault') > 0 ? 1 : 0;
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  process.stdout.write(`✗ 調べられませんでした: ${text}\n  Could not look: ${text}\n`);
  process.exitCode = 1;
}
