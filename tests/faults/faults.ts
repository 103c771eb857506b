/** `npm run faults [-- KILLS]`: kills more builds than the tests do. */
import { killBuilds } from './kill-builds.ts';

const [kills = 200] = process.argv.slice(2).map(Number);
const wrong = await killBuilds(kills, Math.random, (done) => {
  if (done % 10 === 0) process.stderr.write(`${done} builds killed\n`);
});
process.stdout.write(`${kills} builds killed: ${wrong.length} faults\n`);
for (const fault of wrong) process.stdout.write(`${fault}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
