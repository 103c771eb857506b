/**
 * `npm run fuzz [-- TEXTS FILES SEED]`: the fuzzers of the tests, for longer. A text that fails is printed
 * as it is to be added to a file in `kept/`.
 */
import { fuzzBytes } from './fuzz-bytes.ts';
import { fuzzMdx } from './fuzz-mdx.ts';

const [texts = 1_000_000, files = 100_000, seed = 1] = process.argv.slice(2).map(Number);

const tell = (what: string) => (done: number) => {
  if (done % 10_000 === 0) process.stderr.write(`${done} ${what}\n`);
};
const failures = [
  ...(await fuzzMdx(texts, seed, tell('texts'))),
  ...(await fuzzBytes(files, seed, tell('files'))),
];
process.stdout.write(`${texts} texts, ${files} files, seed ${seed}: ${failures.length} failures\n`);
for (const failure of failures) process.stdout.write(`${JSON.stringify(failure)}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
