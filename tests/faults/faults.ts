/** `npm run faults [-- KILLS POINTS]`: kills more builds, and fills the disk at more places, than the tests do. */
import { fillDisk } from './fill-disk.ts';
import { killBuilds } from './kill-builds.ts';

const [kills = 200, points = 50] = process.argv.slice(2).map(Number);

/** Each fault is told when it is found: a long run may not come to its end. */
const tell = (what: string) => {
  let told = 0;
  return (done: number, wrong: readonly string[]) => {
    for (const fault of wrong.slice(told)) process.stdout.write(`${fault}\n`);
    told = wrong.length;
    if (done % 10 === 0) process.stderr.write(`${done} ${what}, ${told} faults\n`);
  };
};
const afterKills = await killBuilds(kills, Math.random, tell('builds killed'));
process.stdout.write(`${kills} builds killed: ${afterKills.length} faults\n`);
const onFullDisk = await fillDisk(points, tell('times on a full disk'));
process.stdout.write(
  onFullDisk
    ? `${points} times on a full disk: ${onFullDisk.length} faults\n`
    : 'No disk can be mounted here: run it as an administrator.\n',
);
const wrong = [...afterKills, ...(onFullDisk ?? [])];
process.exitCode = wrong.length > 0 ? 1 : 0;
