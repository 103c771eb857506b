import { describe, expect, it } from 'vitest';
import { OVERRIDES } from './apply-overrides.ts';
import { LINE_RULES, type LineRule } from './boilerplate.ts';
import { RULE_SENTENCES } from './rule-sentences.ts';
import type { Verdict } from './seed-line.ts';
import { STRUCTURE_RULES } from './structure.ts';

const LONGEST = 200;

const lineRules: readonly LineRule[] = LINE_RULES;
const verdicts: readonly Verdict[] = [...lineRules, ...STRUCTURE_RULES, ...Object.values(OVERRIDES)];
const taking = verdicts.filter((verdict) => verdict.status !== 'kept');

describe('the sentences on rules', () => {
  it('are one for each rule that takes lines out, and no two the same', () => {
    expect([...RULE_SENTENCES.keys()]).toEqual(taking.map(({ id }) => id));
    expect(new Set(RULE_SENTENCES.values()).size).toBe(taking.length);
  });

  it.each([...RULE_SENTENCES])('%s has a short one: %s', (_, sentence) => {
    expect(sentence).toMatch(/^\p{Lu}[^.!?"']+\.$/u);
    expect(sentence.length).toBeLessThanOrEqual(LONGEST);
  });

  it.each(taking)('$id says what becomes of its lines', ({ status, explains }) => {
    expect(explains).toMatch(status === 'removed' ? /\b(?:is|are) removed\b/ : /\bis set aside\b/);
  });

  it.each(lineRules.filter((rule) => rule.status !== 'kept'))(
    '$id calls its lines short if it takes no others',
    ({ class: strength, explains }) => {
      expect(explains.startsWith('A short line ')).toBe(strength === 'weak');
    },
  );
});
