/** The stages of a build on this process's screen. */
import { trackStages } from './track-stages.ts';

const TITLES: Readonly<Record<string, string>> = {
  read: 'Reading seeds',
  relate: 'Relating articles',
  compose: 'Composing pages',
  write: 'Writing MDX',
  render: 'Rendering the site',
  merge: 'Joining the parts',
  assemble: 'Putting the site together',
  cards: 'Drawing cards',
  search: 'Indexing for search',
  feeds: 'Writing feeds',
  headers: 'Writing host files',
  checksums: 'Adding checksums',
  verify: 'Verifying every sentence and link',
  swap: 'Putting the site in place',
};

export const stages = trackStages({
  titles: TITLES,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => performance.now(),
});
