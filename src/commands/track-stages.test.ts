import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Screen, trackStages } from './track-stages.ts';

/** What a terminal shows after all that was written: carriage returns and cleared lines are carried out. */
function screenOf(written: string): string[] {
  const lines = [''];
  for (const [part] of written.replaceAll('\u001b', '␛').matchAll(/\r|\n|␛\[\d*[Km]|[^\r\n␛]+/g)) {
    const last = lines.length - 1;
    if (part === '\n') lines.push('');
    else if (part === '\r') lines[last] = '';
    else if (!part.startsWith('␛')) lines[last] += part;
  }
  return lines;
}

function track(env: Record<string, string> = {}, isTTY = true, columns = 80) {
  let ms = 0;
  let written = '';
  const screen = (): Screen => ({
    isTTY,
    columns,
    write(text) {
      written += text;
      return true;
    },
  });
  const stdout = screen();
  const stderr = screen();
  const titles = { read: 'Reading seeds', render: 'Rendering the site' };
  return {
    stages: trackStages({ titles, stdout, stderr, env, now: () => ms }),
    stdout,
    stderr,
    wait: (by: number) => {
      ms += by;
    },
    written: () => written,
    shown: () => screenOf(written),
  };
}

describe('trackStages on a terminal', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows how long a stage takes that does not say how far it is', () => {
    vi.useFakeTimers();
    const { stages, wait, shown } = track();
    stages.start('render');
    wait(3000);
    vi.advanceTimersByTime(1000);
    expect(shown()).toEqual(['Rendering the site ...  3 s']);
    stages.end();
    vi.advanceTimersByTime(5000);
    expect(shown()).toEqual(['Rendering the site                     3.0 s', '']);
  });

  it('draws the stage under way in one line, and leaves one line of each that is over', () => {
    const { stages, wait, shown } = track();
    stages.start('read');
    expect(shown()).toEqual(['Reading seeds ...']);
    wait(1500);
    stages.start('render');
    wait(2000);
    stages.progress(50, 100);
    expect(shown()).toEqual([
      'Reading seeds                          1.5 s',
      'Rendering the site          [############............]  50/100  25/s  2 s left',
    ]);
    stages.progress(100, 100);
    stages.end();
    expect(shown()).toEqual([
      'Reading seeds                          1.5 s',
      'Rendering the site                     2.0 s',
      '',
    ]);
  });

  it('draws at most ten times a second, and when all is done', () => {
    const { stages, wait, written } = track();
    stages.start('render');
    for (let done = 1; done <= 1000; done += 1) {
      wait(1);
      stages.progress(done, 1000);
    }
    expect(written().split('\r')).toHaveLength(1 + 1 + 10);
  });

  it('puts what others write above the line', () => {
    const { stages, stdout, stderr, shown } = track();
    stages.start('render');
    stderr.write('warning: a colour is unknown\n');
    stdout.write(Buffer.from('a line in bytes\n'));
    expect(shown()).toEqual(['warning: a colour is unknown', 'a line in bytes', 'Rendering the site ...']);
    stages.end();
    stderr.write('over\n');
    expect(shown().slice(2)).toEqual(['Rendering the site                     0.0 s', 'over', '']);
  });

  it('erases no half line of others', () => {
    const { stages, wait, stderr, shown } = track();
    stages.start('render');
    stderr.write('working');
    wait(500);
    stages.progress(1, 2);
    stderr.write(' on it\n');
    expect(shown()[0]).toBe('working on it');
    stderr.write('half');
    stages.end();
    expect(shown().slice(1)).toEqual(['half', 'Rendering the site                     0.5 s', '']);
  });

  it('keeps its lines in a narrow terminal', () => {
    const { stages, wait, shown } = track({}, true, 30);
    stages.start('render');
    wait(2000);
    stages.progress(2500, 10_000);
    expect(shown()).toEqual(['Rendering the site  25%']);
    stages.end();
    expect(shown()).toEqual(['Rendering the site 2.0 s', '']);
  });

  it.each([
    ['a terminal', {}, true],
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true],
  ])('colours the bar or not: %s', (_what, env, coloured) => {
    const { stages, written } = track(env);
    stages.start('render');
    stages.progress(1, 1);
    expect(written().includes('\u001b[32m')).toBe(coloured);
  });
});

describe('trackStages elsewhere', () => {
  it.each([
    ['no terminal', {}, false],
    ['CI', { CI: 'true' }, true],
    ['a terminal that cannot erase', { TERM: 'dumb' }, true],
  ])('writes plain lines: %s', (_what, env, isTTY) => {
    const { stages, wait, written, stderr } = track(env as Record<string, string>, isTTY);
    stages.start('render');
    wait(20_000);
    stages.progress(1, 4);
    wait(20_000);
    stages.progress(2, 4);
    stderr.write('half');
    wait(20_000);
    stages.progress(3, 4);
    wait(40_000);
    stages.progress(4, 4);
    stages.end();
    expect(written()).toBe(
      'Rendering the site: 2 of 4, 40 s left\nhalfRendering the site                   100.0 s\n',
    );
  });

  it('ends nothing that was not started', () => {
    const { stages, written } = track({}, false);
    stages.progress(1, 2);
    stages.end();
    expect(written()).toBe('');
    expect(stages.report()).toMatchObject({ stages: [], seconds: 0 });
  });
});

describe('what the stages cost', () => {
  it('tells the time of each, and the peak of memory', () => {
    const { stages, wait } = track({}, false);
    stages.start('read');
    wait(1000);
    const before = process.cpuUsage().user;
    while (process.cpuUsage().user - before < 50_000);
    stages.start('odd');
    stages.progress(7, 9);
    wait(500);
    stages.end();
    const { stages: costs, seconds, cpuSeconds, peakBytes } = stages.report();
    expect(costs).toMatchObject([
      { stage: 'read', title: 'Reading seeds', seconds: 1 },
      { stage: 'odd', title: 'odd', seconds: 0.5 },
    ]);
    expect(seconds).toBe(1.5);
    expect(costs[0]?.cpuSeconds).toBeGreaterThanOrEqual(0.05);
    expect(cpuSeconds).toBeCloseTo(costs.reduce((sum, cost) => sum + cost.cpuSeconds, 0));
    expect(peakBytes.own).toBeGreaterThan(10e6);
  });
});
