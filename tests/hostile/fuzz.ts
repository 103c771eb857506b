/**
 * `npm run fuzz [-- TEXTS [SEED]]`: the fuzzers of the tests, for longer. A failure is printed as it is to
 * be added to a file in `kept/`.
 */
import { fuzzMdx } from './fuzz-mdx.ts';

const [texts = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);

const failures = await fuzzMdx(texts, seed, (done) => {
  if (done % 10_000 === 0) process.stderr.write(`${done} texts\n`);
});
process.stdout.write(`${texts} texts, seed ${seed}: ${failures.length} failures\n`);
for (const failure of failures) process.stdout.write(`${JSON.stringify(failure)}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
