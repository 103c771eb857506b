import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { createReader } from './reader.ts';
import { createThemeMatcher } from './tag-themes.ts';

const P1 = 'The port was shut for a day after the storm, its master told reporters on Monday morning.';
const P2 = 'Boats went back to sea on Tuesday, when the wind had gone down and the bar was calm again.';
const HEAD = 'Storm shuts the old port for a day';

function headlineOf(lines: readonly string[]): string | undefined {
  const reader = createReader({ themes: [], matcher: createThemeMatcher([]) });
  const file = new VFile({ value: [...lines, P1, P2].join('\n') });
  reader.runSync(reader.parse(file), file);
  return file.data.headlineText;
}

describe('the headline', () => {
  it.each([
    ['opens a clean text', [HEAD, 'Boats back at sea'], HEAD],
    ['opens a text with a time stamp', [HEAD, '3:01 PM', 'The port was shut after the wind'], HEAD],
    ['stands under a masthead', ['Bay News', 'Sign in', HEAD, 'By Jo Doe'], HEAD],
    ['stands under a menu', ['Bay agency', 'War', 'Sea', 'Town', 'Money', 'Sport', HEAD], HEAD],
    [
      'stands above its standfirst',
      ['Bay News', 'Menu', HEAD, 'Master told reporters boats went back to sea'],
      HEAD,
    ],
    ['stands under a kicker', ['Bay storms', HEAD], HEAD],
    ['may be short', ['Port was shut', 'Boats stayed in the old port for a day'], 'Port was shut'],
    [
      'may be called exclusive',
      [
        'Bay News',
        'Sign in',
        `EXCLUSIVE: ${HEAD}`,
        'Boats back at sea after storm',
        'Jo Doe',
        '4 March 2024',
      ],
      `EXCLUSIVE: ${HEAD}`,
    ],
    ['is no teaser of another text', ['Bay News', 'EXCLUSIVE: Actor sells his villa', HEAD, 'Share'], HEAD],
    [
      'is no byline of two',
      [
        'Bay News',
        'Share',
        HEAD,
        'Gulls of all kinds return',
        'Jo Storm and Max Port in Boats',
        '4 March 2024',
      ],
      HEAD,
    ],
    ['is no breadcrumb', [`Home / Sea / ${HEAD}`, HEAD, 'Share'], HEAD],
    ['is no byline', ['Bay News', 'Share', HEAD, 'Jo Port in Boats', '4 March 2024'], HEAD],
    [
      'is below what the site tells its readers',
      ['We show you stories on our site that you may like, and we count who reads them.', 'Agree', HEAD],
      HEAD,
    ],
    ['may ask', ['Why was the old port shut for a day?', 'Share'], 'Why was the old port shut for a day?'],
  ])('%s', (_, lines, expected) => {
    expect(headlineOf(lines)).toBe(expected);
  });

  it('is what the page prints again', () => {
    const odd = 'Gulls and fishermen at odds again';
    expect(
      headlineOf([
        'Bay News',
        'Menu',
        'Port master told boats',
        odd,
        `Share or comment on this article: ${odd}`,
      ]),
    ).toBe(odd);
  });
});
