import { describe, expect, it } from 'vitest';
import { createSeedLine } from './seed-line.ts';
import { findPublisher, PUBLISHER_RULES, readPublisher } from './stated-publisher.ts';

describe('what a page says of its publisher', () => {
  it.each(
    PUBLISHER_RULES.flatMap((rule) =>
      rule.examples.map(([text, publisher]) => [rule.id, text, publisher, rule] as const),
    ),
  )('%s reads: %s', (_, text, publisher, rule) => {
    expect(findPublisher(rule, text)).toBe(publisher);
  });
});

describe('readPublisher', () => {
  const line = (text: string, status: 'kept' | 'removed' = 'removed') => ({
    ...createSeedLine(1, 1, text, true),
    status,
  });
  it.each([
    ['an owner that the page names nowhere else', ['© 2022 Warner Example Inc.', 'Bay News'], undefined],
    ['a name that the page prints too', ['© 2022 Bayview Media Network', 'Bayview'], 'Bayview Media Network'],
    ['a part of another name', ['© 2022 Summit Media Inc.', 'The Summit Journal'], undefined],
    ['a masthead', ['© 2022 The Bay Journal'], 'The Bay Journal'],
    ['its own site, as the page spells it', ['Read it on Baynews.com', 'Bay News in brief'], 'Bay News'],
  ])('%s', (_, texts, expected) => {
    expect(
      readPublisher(
        texts.map((text) => line(text)),
        undefined,
      )?.text,
    ).toBe(expected);
  });
});
