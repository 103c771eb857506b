/**
 * `npm run fuzz [-- TEXTS FILES SEED]`: the fuzzers of the tests, for longer. A text that fails is printed
 * as it is to be added to a file in `kept/`.
 */
import { fuzzBytes } from './fuzz-bytes.ts';
import { fuzzMdx } from './fuzz-mdx.ts';

const [texts = 1_000_000, files = 100_000, seed = 1] = process.argv.slice(2).map(Number);

/** So many at a time: what fails is told when it is found, and a long run takes no more memory than a short one. */
const SLICE = 10_000;

let failures = 0;
async function run(
  what: string,
  count: number,
  fuzz: (count: number, seed: number) => Promise<readonly unknown[]>,
): Promise<void> {
  for (let done = 0; done < count; done += SLICE) {
    const size = Math.min(SLICE, count - done);
    for (const failure of await fuzz(size, seed + done)) {
      failures += 1;
      process.stdout.write(`${JSON.stringify(failure)}\n`);
    }
    process.stderr.write(`${done + size} ${what}, ${failures} failures\n`);
  }
}
await run('texts', texts, fuzzMdx);
await run('files', files, fuzzBytes);
process.stdout.write(`${texts} texts, ${files} files, seed ${seed}: ${failures} failures\n`);
process.exitCode = failures > 0 ? 1 : 0;
