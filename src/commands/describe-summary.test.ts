import { expect, test } from 'vitest';
import { describeSummary } from './describe-summary.ts';

test('lets no seed that was skipped forge a line or command the terminal', () => {
  const skips = [
    { seed: 'a\u009b2J.jsonl', reason: 'is not JSON: "\u001b[2J\r::error::x"', severity: 'fatal' },
  ];
  const report = { skips, ignored: 0, files: [], written: { counts: {}, pages: new Map(), edited: [] } };
  const published = { warnings: [], parts: [], files: 1, bytes: 1 };
  const summary = describeSummary(
    // As much of them as is read here.
    report as unknown as Parameters<typeof describeSummary>[0],
    published as unknown as Parameters<typeof describeSummary>[1],
    { outDir: '/x', status: 0, cost: [] },
  );
  expect(summary).toContain('"a\uFFFD2J.jsonl": is not JSON: "\uFFFD[2J\uFFFD::error::x"\n');
});
