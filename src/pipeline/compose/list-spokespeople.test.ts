import { expect, test } from 'vitest';
import type { CorpusName } from '../types.ts';
import type { CorpusIndex } from './index-corpus.ts';
import { listSpokespeople } from './list-spokespeople.ts';

const named = (kind: CorpusName['kind'], name: string, part: Partial<CorpusName>): CorpusName => ({
  ...{ kind, id: name, name, mentions: [], printedAs: [], roles: [] },
  ...part,
});
const printed = (...texts: string[]) =>
  texts.map((text) => ({ text, count: 1, first: { ref: '1', line: 1 } }));
const roles = (...texts: string[]) => texts.map((text) => ({ ref: '1', line: 1, start: 0, end: 0, text }));

const port = named('organisations', 'port', { printedAs: printed('Port Authority', 'the PA') });
const union = named('organisations', 'union', { printedAs: printed('U.N.') });
const ann = named('people', 'ann', { roles: roles('Port Authority director', 'head of the PA') });
const ben = named('people', 'ben', { roles: roles('PAPER editor', 'Port Authoritys') });
const cleo = named('people', 'cleo', { roles: roles('a U.N. envoy') });
const index = { names: [cleo, ben, ann, port, union], hasPage: () => true } as unknown as CorpusIndex;

test('finds people by whole words of their roles', () => {
  expect([...listSpokespeople(index)]).toEqual([
    [union, [cleo]],
    [port, [ann]],
  ]);
});
