/** Parts of a site that several machines rendered, and the machine that joins them. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PublishError } from '../publish/finding.ts';
import { type FinishedFiles, openFinishedFiles } from '../publish/finished-files.ts';
import type { PagePlan } from './plan-pages.ts';
import type { Shard } from './shard.ts';

const partSchema = z.strictObject({
  shard: z.strictObject({ index: z.int(), count: z.int() }),
  /** Stands for all pages of the site: parts of other seeds, settings or programs have another. */
  site: z.string(),
});

type Part = z.output<typeof partSchema>;

const PART = 'part.json';

/** Where the part of a shard lies below the folder of parts. */
export function partFolder(parts: string, { index, count }: Shard): string {
  return join(parts, `${index}-of-${count}`);
}

/** Says which part of which site the finished files in `folder` are. Written last: a part without it is none. */
export async function writePart(
  folder: string,
  { shard, plan }: { readonly shard: Shard; readonly plan: PagePlan },
): Promise<void> {
  await writeFile(
    join(folder, PART),
    `${JSON.stringify({ shard, site: digestPlan(plan) } satisfies Part)}\n`,
  );
}

/**
 * Takes the finished pages of all parts below `parts` into `finished`.
 *
 * @throws {PublishError} if a part is missing, damaged or of another site
 */
export async function mergeParts(
  parts: string,
  plan: PagePlan,
  finished: FinishedFiles,
  version: string,
): Promise<void> {
  const found = await readParts(parts);
  const first = found[0];
  if (first === undefined)
    throw new PublishError(`\`${parts}\` holds no part; build them with \`--shard 1/4\` and so on`);
  const { count } = first.part.shard;
  for (const { folder, part } of found) {
    if (part.shard.count !== count)
      throw new PublishError(
        `\`${first.folder}\` is one of ${count} parts, \`${folder}\` one of ${part.shard.count}: empty the folder and build all anew`,
      );
    if (part.site !== digestPlan(plan))
      throw new PublishError(
        `\`${folder}\` was built from other seeds or settings, or by another version of the program`,
      );
  }
  for (let index = 1; index <= count; index += 1)
    if (!found.some(({ part }) => part.shard.index === index))
      throw new PublishError(`part ${index} of ${count} is missing in \`${parts}\``);
  for (const { folder } of found) await takePart(folder, finished, version);
}

async function readParts(parts: string): Promise<{ readonly folder: string; readonly part: Part }[]> {
  const found = [];
  for (const name of (await readdir(parts).catch(() => [])).sort()) {
    const folder = join(parts, name);
    const text = await readFile(join(folder, PART), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    found.push({ folder, part: parsePart(text, join(folder, PART)) });
  }
  return found;
}

function parsePart(text: string, file: string): Part {
  try {
    return partSchema.parse(JSON.parse(text));
  } catch {
    throw new PublishError(`\`${file}\` is damaged`);
  }
}

async function takePart(folder: string, finished: FinishedFiles, version: string): Promise<void> {
  const part = await openFinishedFiles(folder, version, (message) => {
    throw new PublishError(`\`${folder}\`: ${message}`);
  });
  for (const key of part.keys()) {
    const file = part.get(key);
    if (file === undefined) throw new PublishError(`\`${folder}\` is damaged: a page is not as it was built`);
    if (finished.get(key) === undefined) await finished.add(key, file, await readFile(part.place(key)));
  }
}

function digestPlan({ pages, shell }: PagePlan): string {
  const digest = createHash('sha256').update(shell);
  for (const key of [...pages.values()].sort()) digest.update(key);
  return digest.digest('hex');
}
