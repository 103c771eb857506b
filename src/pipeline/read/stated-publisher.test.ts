import { describe, expect, it } from 'vitest';
import { findPublisher, PUBLISHER_RULES } from './stated-publisher.ts';

describe('what a page says of its publisher', () => {
  it.each(
    PUBLISHER_RULES.flatMap((rule) =>
      rule.examples.map(([text, publisher]) => [rule.id, text, publisher, rule] as const),
    ),
  )('%s reads: %s', (_, text, publisher, rule) => {
    expect(findPublisher(rule, text)).toBe(publisher);
  });
});
