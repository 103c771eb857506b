/** Progress by stage: one line each, with its time when the next one starts. */

const TITLES: Readonly<Record<string, string>> = {
  read: 'Reading seeds',
  relate: 'Relating articles',
  compose: 'Composing pages',
  write: 'Writing MDX',
  render: 'Rendering the site',
  files: 'Adding sources and data',
  links: 'Making links portable',
  search: 'Indexing for search',
  feeds: 'Writing feeds',
  headers: 'Writing host files',
  checksums: 'Adding checksums',
  verify: 'Verifying every sentence and link',
  swap: 'Putting the site in place',
};

let open: { readonly title: string; readonly since: number } | undefined;

export const stages = {
  start(this: void, stage: string): void {
    stages.end();
    open = { title: TITLES[stage] ?? stage, since: performance.now() };
  },
  end(this: void): void {
    if (!open) return;
    const seconds = ((performance.now() - open.since) / 1000).toFixed(1);
    process.stdout.write(`${open.title.padEnd(36)}${seconds.padStart(6)} s\n`);
    open = undefined;
  },
};
