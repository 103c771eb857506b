import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { createReader } from './reader.ts';
import { createSeedLine } from './seed-line.ts';
import { findPublisher, PUBLISHER_RULES, readPublisher } from './stated-publisher.ts';
import { createThemeMatcher } from './tag-themes.ts';

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

describe('a page', () => {
  const TEXT = 'The ferry line stopped its boats on Monday after a storm, the port said in a statement.';
  it.each([
    ['under a byline', ['Ferry line halts service', 'By Jo Doe', 'BBC News, Norrvik', TEXT], 'BBC News'],
    ['in capitals under a bare name', ['Jo Doe', 'BAY TODAY', TEXT], 'BAY TODAY'],
    ['behind a name', ['Ferry line halts service', 'Jo Doe, Bay Post', '5 May 2022', TEXT], 'Bay Post'],
    ['a section', ['Ferry line halts service', 'By Jo Doe', 'World News', TEXT], undefined],
    ['an agency', ['Ferry line halts service', 'By Jo Doe', 'Associated Press', TEXT], undefined],
    ['a town', ['Ferry line halts service', 'By Jo Doe, The Hague', TEXT], undefined],
    ['a town under a byline', ['Ferry line halts service', 'By Jo Doe', 'The Hague', TEXT], undefined],
    ['a town of a deck', ['Ferry line halts service', 'Ferry talks end, The Hague', TEXT], undefined],
    ['a deck', ['Ferry line halts service', 'New owner for The Daily Express', TEXT], undefined],
    [
      'a town that a teaser names too',
      [
        'Ferry line halts service',
        'By Jo Doe, Velm',
        TEXT.replace('storm', 'storm in Velm'),
        'Read also',
        'Velm in Storm',
      ],
      undefined,
    ],
    ['two outlets', ['By Jo Doe, Bay Post', TEXT, "CNN's Max Roe contributed to this report."], undefined],
  ])('states its publisher: %s', (_, texts, publisher) => {
    const reader = createReader({ themes: [], matcher: createThemeMatcher([]) });
    const file = new VFile({ value: texts.join('\n\n') });
    const tree = reader.parse(file);
    reader.runSync(tree, file);
    expect(file.data.publisher?.text).toBe(publisher);
  });
});
