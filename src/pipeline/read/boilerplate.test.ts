import { describe, expect, it } from 'vitest';
import { findLineRule } from './apply-line-rules.ts';
import { LINE_RULES, type LineRule } from './boilerplate.ts';
import { describeLine } from './describe-line.ts';

const rules: readonly LineRule[] = LINE_RULES;

/** The row that takes a line, by id, with the table as it is or another. */
function ruleOf(text: string, table: readonly LineRule[] = rules): string | undefined {
  return findLineRule(describeLine(text), table)?.id;
}

describe('the table of line rules', () => {
  it('has one row an id', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules.flatMap((rule) => rule.takes.map((text) => [rule.id, text] as const)))(
    '%s takes: %s',
    (id, text) => {
      expect(ruleOf(text)).toBe(id);
    },
  );

  it.each(rules.flatMap((rule) => rule.leaves.map((text) => [rule.id, text] as const)))(
    '%s leaves: %s',
    (_, text) => {
      expect(ruleOf(text)).toBeUndefined();
    },
  );

  it.each(
    rules.flatMap((rule) =>
      rule.patterns.map((pattern) => [rule.id, String(pattern), rule, pattern] as const),
    ),
  )('%s needs its pattern %s', (id, _, rule, pattern) => {
    const mutant = { ...rule, patterns: rule.patterns.filter((one) => one !== pattern) };
    const table = rules.map((one) => (one === rule ? mutant : one));
    expect(rule.takes.filter((text) => ruleOf(text, table) !== id)).not.toEqual([]);
  });

  it.each(rules.filter((rule) => rule.vocabulary).map((rule) => [rule.id, rule] as const))(
    '%s needs its vocabulary',
    (id, rule) => {
      const table = rules.map((one) => (one === rule ? { ...rule, vocabulary: undefined } : one));
      expect(rule.takes.filter((text) => ruleOf(text, table) !== id)).not.toEqual([]);
    },
  );

  it.each([
    ['“Subscribe to our newsletter,” he told the crowd.'],
    ['The firm said it would share this with its partners.'],
    ['Comments by the chancellor drew criticism from the left.'],
    ['We subscribe to the principle that borders are not moved by force.'],
    ['Source close to the talks said the text was nearly ready.'],
    ['Read the letter aloud, she did, and then she left the chamber.'],
    ['Following the vote, the leader of the group said more was to follow.'],
    ['Sign of the times: the shop has closed.'],
    ['Donations to the party fell by a fifth last year.'],
    ['Copyright holders lost the case on Friday.'],
    ['Video of the blast was posted online by residents.'],
    ['Photographs of the site show a deep crater.'],
    ['Tags on the whales sent their places to a satellite.'],
    ['The more accessible harbour is the one in the north, and it is full.'],
    ['Image of the party has suffered, a poll suggests.'],
    ['Live fire drills began at dawn, the ministry said.'],
    ['Sanctions: who is on the list and who is not'],
    ['Explained in a letter to members, the plan won support.'],
    ['No deal'],
    ['What next?'],
    ['Print runs fell in March, the publisher said.'],
  ])('leaves what reads like news: %s', (text) => {
    expect(ruleOf(text)).toBeUndefined();
  });

  it('tells a day from words that may be of one in no time', () => {
    const [pattern] = rules.find(({ id }) => id === 'dateline')?.patterns ?? [];
    const line = `3 March 2021 ${'may sunday mayday sept '.repeat(8)} xylophones`;
    const start = performance.now();
    expect(pattern?.test(line)).toBe(false);
    expect(performance.now() - start).toBeLessThan(50);
  });

  describe('grows linearly on hostile lines', () => {
    const seeds = [
      'a',
      ' ',
      'A ',
      '| a ',
      '#a ',
      'share ',
      '(photo: ',
      'in this photo ',
      'by clicking ',
      'sign up for ',
      'Jo Doe, ',
      'you may quote ',
      'we are an independent media ',
      '1 ',
      '. ',
      'get ',
      '> x',
      'the work of ',
    ];
    it.each(
      rules.flatMap((rule) => rule.patterns.map((pattern) => [rule.id, String(pattern), pattern] as const)),
      // A machine with other work may hold up one measurement, not five.
    )('%s %s', { retry: 4 }, (_, __, pattern) => {
      for (const seed of seeds) {
        const time = (length: number): number => {
          const text = seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
          let best = Number.POSITIVE_INFINITY;
          for (let run = 0; run < 3; run += 1) {
            const start = performance.now();
            pattern.test(text);
            best = Math.min(best, performance.now() - start);
          }
          return best;
        };
        const long = time(100_000);
        // A quadratic pattern takes seconds here; below some milliseconds a ratio measures the clock.
        if (long > 5) expect(long / time(10_000)).toBeLessThan(13);
      }
    });
  });
});
