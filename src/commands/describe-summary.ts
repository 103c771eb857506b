import { relative } from 'node:path';
import type { ChangeSet } from '../briefing.ts';
import type { BriefReport } from '../pipeline/brief.ts';
import type { PublishReport } from '../publish/index.ts';
import { PROJECT } from './arguments.ts';
import { bytesText, describeParts } from './describe-cost.ts';
import { toOneLine } from './to-one-line.ts';

interface Outcome {
  readonly outDir: string;
  /** The build's exit status. */
  readonly status: 0 | 1;
  /** Lines on time and memory; none where an earlier build is repeated. */
  readonly cost: readonly string[];
}

/** What was read, written and published, and what a person should look at. */
export function describeSummary(
  report: BriefReport,
  published: PublishReport,
  { outDir, status, cost }: Outcome,
): string {
  const { written, skips, ignored, files } = report;
  if (!written) return '';
  const { briefings, copies, counts, pages, changes, edited, toReview } = written;
  const read = briefings + copies + skips.length;
  const warnings = files.flatMap((file) => file.messages.filter((message) => message.fatal === false)).length;
  const lines = [
    '',
    `Articles   ${read} read: ${briefings} briefings, ${copies} copies, ${skips.length} skipped (${ignored} other files ignored)`,
    `Pages      ${pages.size - 1} written`,
    `Lines      ${counts.withText}: ${counts.kept} kept, ${counts.setAside} set aside, ${counts.removed} removed`,
    ...(changes ? [`Changes    ${describeChanges(changes)}`] : []),
    `Warnings   ${warnings + published.warnings.length}`,
    `To review  ${toReview}: see \`npm run review\``,
    `Site       ${showPath(outDir)}: ${published.files} files, ${bytesText(published.bytes)}`,
    ...describeParts(published.parts),
    ...cost,
  ];
  for (const skip of skips) lines.push(`  skipped  ${JSON.stringify(skip.seed)}: ${skip.reason}`);
  for (const path of edited)
    lines.push(`  edited   content/edited/${path}: changed by hand, moved aside and written anew`);
  for (const warning of published.warnings) lines.push(`  warning  ${warning}`);
  lines.push('', 'Look at it with `npm start`.');
  if (status === 1)
    lines.push(
      'The build needs its editor: mend the errors that are listed above the summary (exit status 1).',
    );
  lines.push('');
  return lines.map(toOneLine).join('\n');
}

function describeChanges({ since, added, changed, withdrawn, statusLines }: ChangeSet): string {
  const counts = `${added.length} added, ${changed.length} changed, ${withdrawn.length} withdrawn`;
  return `since the edition of ${JSON.stringify(since)}: ${counts}; lines with another status: ${statusLines}`;
}

function showPath(path: string): string {
  const below = relative(PROJECT, path);
  return below.startsWith('..') ? path : `${below}/`;
}
