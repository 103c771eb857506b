/**
 * Times the pipeline on articles of its own, stage by stage: `npm run bench:pipeline -- 1000 2000 4000`.
 * Prints cpu seconds and articles a cpu second; a stage is linear where the last column stays level.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeBriefings } from '../src/pipeline/brief.ts';
import { makeArticles } from './make-articles.ts';

const project = resolve(import.meta.dirname, '..');
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);

for (const size of sizes.length > 0 ? sizes : [1000, 2000, 4000]) {
  const root = await mkdtemp(join(tmpdir(), 'sourceline-bench-'));
  try {
    const [seedsDir, contentDir] = [join(root, 'seeds'), join(root, 'content')];
    await makeArticles(seedsDir, join(project, 'seeds'), size);
    await cp(join(project, 'content/names'), join(contentDir, 'names'), { recursive: true });
    await cp(join(project, 'content/site.yaml'), join(contentDir, 'site.yaml'));
    for (const theme of ['sanctions.md', 'diplomacy.md'])
      await cp(join(project, 'content/themes', theme), join(contentDir, 'themes', theme));

    const marks: { stage: string; cpu: number }[] = [];
    const cpu = (): number => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    };
    await writeBriefings({
      seedsDir,
      contentDir,
      listSkips: false,
      onStage: (stage) => marks.push({ stage, cpu: cpu() }),
    });
    marks.push({ stage: 'end', cpu: cpu() });
    for (const [at, { stage, cpu: since }] of marks.entries()) {
      const next = marks[at + 1];
      if (!next) continue;
      const seconds = next.cpu - since;
      process.stdout.write(
        `${String(size).padStart(6)} ${stage.padEnd(8)} ${seconds.toFixed(1).padStart(7)} cpu s ${(size / seconds).toFixed(0).padStart(6)} articles/s\n`,
      );
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
process.stdout.write(`${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most\n`);
