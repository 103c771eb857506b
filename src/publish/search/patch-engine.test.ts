import { describe, expect, it } from 'vitest';
import { PATCHES, patchEngine } from './patch-engine.ts';

/** A script with every place that is changed, and one that only looks like it. */
const script = (name: 'pagefind.js' | 'pagefind-worker.js'): string =>
  [
    'a.catch(()=>{});',
    ...PATCHES.filter((patch) => patch.in.includes(name)).flatMap(({ from, times }) =>
      Array(times).fill(from),
    ),
  ].join(';');

describe.each(['pagefind.js', 'pagefind-worker.js'] as const)('%s', (name) => {
  it('is changed in every place of the table, and nowhere else', () => {
    const patched = patchEngine(name, script(name));
    for (const { from, to } of PATCHES.filter((patch) => patch.in.includes(name))) {
      expect(patched).toContain(to);
      if (!to.includes(from)) expect(patched).not.toContain(from);
    }
    expect(patched).toContain('a.catch(()=>{});');
  });

  it('is refused where a place is missing or stands there too often', () => {
    expect(() => patchEngine(name, script(name).replace('"load_index_chunk"', ''))).toThrow('0 places');
    expect(() => patchEngine(name, `${script(name)}"load_index_chunk")).catch(()=>{})`)).toThrow('2 places');
  });
});
