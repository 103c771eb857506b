/** Articles for timing: sentences of the project's own seeds in new orders, the same for the same number. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateNumbers } from '../tests/generate-numbers.ts';

const PARAGRAPHS = 18;

/** Writes `count` articles of about 600 words into `folder`; article i depends on i alone. */
export async function makeArticles(folder: string, seedsDir: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const seeds = (await readdir(seedsDir)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(seeds.map((name) => readFile(join(seedsDir, name), 'utf8')));
  const paragraphs = texts.flatMap((text) => text.split('\n').filter((line) => line.length > 100));
  for (let i = 0; i < count; i += 1) {
    const random = generateNumbers(i + 1);
    const pick = (): string => paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
    // Numbers of its own keep the articles from being copies of each other.
    const own = (text: string): string =>
      text.replaceAll(/\b\d[\d,]*\b/g, () => String(1000 + Math.floor(random() * 90_000)));
    const lines = Array.from({ length: PARAGRAPHS }, () => own(pick()));
    const headline =
      pick()
        .split(/[,.:–]/)[0]
        ?.slice(0, 90) ?? '';
    await writeFile(
      join(folder, `${String(i).padStart(6, '0')}_bench.txt`),
      `${headline}\n\n${lines.join('\n\n')}\n`,
    );
  }
}
