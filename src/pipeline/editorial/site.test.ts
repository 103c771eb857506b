import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { readSite } from './site.ts';

const fileOf = (budget: string): VFile =>
  new VFile({ path: 'content/site.yaml', value: `title: T\ndescription: D\n${budget}` });

describe('budget', () => {
  it.each([
    ['budget: { files: 20000, megabytes: 1.5 }', { files: 20_000, bytes: 1_500_000 }],
    ['budget: { megabytes: 900 }', { bytes: 900e6 }],
    ['', undefined],
  ])('reads %j', (text, budget) => {
    const file = fileOf(text);
    expect(readSite(file)?.budget).toEqual(budget);
    expect(file.messages).toEqual([]);
  });

  it.each([
    ['budget: 500', 'expected `files`, `megabytes`'],
    ['budget: { files: many }', 'expected the most files'],
    ['budget: { files: 0 }', 'expected the most files'],
    ['budget: { megabytes: -1 }', 'expected the most megabytes'],
  ])('refuses %j', (text, reason) => {
    const file = fileOf(text);
    expect(readSite(file)).toBeUndefined();
    expect(file.messages[0]?.reason).toContain(reason);
  });
});
