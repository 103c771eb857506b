import { describe, expect, test } from 'vitest';
import type { NameKind } from '../../../briefing.ts';
import { annotate } from '../annotate.ts';
import { annotateTexts, index, passage } from '../read-lists.fixture.ts';
import { collectNames, mergeNames } from './collect-names.ts';
import { keyName } from './name-key.ts';

/** Text → people that no list knows. */
const PEOPLE: readonly (readonly [string, readonly string[]])[] = [
  ['The mayor of Lillehammer, Torvald Brekk, was there.', ['Torvald Brekk']],
  ['Gen. Torvald Brekk and Sen. Orrin Falk met.', ['Torvald Brekk', 'Orrin Falk']],
  ['Torvald Brekk, a former aide to the minister, left.', ['Torvald Brekk']],
  ['Torvald Brekk, 41, left.', ['Torvald Brekk']],
  ['Torvald Brekk, who left early, was glad.', ['Torvald Brekk']],
  ['“So it is,” said Torvald Brekk.', ['Torvald Brekk']],
  ['Olena Brekk-Falk and Jean de la Croix met.', ['Olena Brekk-Falk', 'Jean de la Croix']],
  ['Norwegian Foreign Minister Torvald Brekk met Sen. Mary O’Neil.', ['Torvald Brekk', 'Mary O’Neil']],
  ['Prime Minister Olga Falk spoke on Monday.', ['Olga Falk']],
  ['He met his Norwegian counterpart, Torgrim Falk.', ['Torgrim Falk']],
  ['Torgrim Falk of the Harbour Union asked for time.', ['Torgrim Falk']],
  ['Fjordpress’s Torgrim Falk, reporting from Oslo, said no.', ['Torgrim Falk']],
  ['The head of the National Harbour Bureau Torgrim Falk informed them.', ['Torgrim Falk']],
  ['Chairman of the Committee on Ships Konstantin Falk left.', ['Konstantin Falk']],
  ['The Black Sea Fleet and the World Bank said so.', []],
  ['The Alliance for Digital Reach, a member body, agreed.', []],
  ['# New Deal Puts Pressure On Old Guard', []],
  ['The Executive Order Promoting Harbours and the Executive Director Torvald Brekk.', ['Torvald Brekk']],
  [
    'Torvald Brekk, State Director, Rural Development, spoke of the largest ever Child Tax Credit.',
    ['Torvald Brekk'],
  ],
  // A verb of saying makes nobody a person: a title, a role or speech that ends there does.
  ['Falk Harbourland said so, and Brekk Stanley warned them.', []],
  ['Torvald Brekk warned them. Later Mr Brekk left.', ['Torvald Brekk']],
  ['The rise was small, said Brekk Nederland in a note.', []],
  ['Brekk Stanley, the officials said, fell. Falk Lansdown, the broker, rose.', []],
  ['Entering Brekkstad Harbour, he met the new minister. They saw it on BT Sport, while the mayor left.', []],
  ['It was counted by the analysts Harbour Digest.', []],
  ['The boss Torvald Brekk met Alderwoman Kari Falk.', ['Torvald Brekk', 'Kari Falk']],
  // What opens a sentence is no part of the name.
  ['Injured Peter Falk left. Fly-half Paul Brekk stayed.', ['Peter Falk', 'Paul Brekk']],
  ['Investor Peter Falk left with the Falkite Paul Brekk.', ['Peter Falk', 'Paul Brekk']],
  ['Dad-of-two Peter Falk left. Dad-of-two Torgrim Brekk, 44, stayed.', ['Peter Falk', 'Torgrim Brekk']],
  [
    'Minister of Foreign Affairs Torgrim Brekk and Minister of Defence Ymir Falk left.',
    ['Torgrim Brekk', 'Ymir Falk'],
  ],
  ['Kymberly Anne Falk, 41, left.', ['Kymberly Anne Falk']],
  ['Storm Brekk, who hit on Friday, and Falk Electric Co, who paid, were named.', []],
  ['Torvald & Brekk, who left, and Jane & Peter Falk said so.', []],
];

const ORGANISATIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'The Norwegian foreign ministry and Sweden’s interior ministry met.',
    ['Norwegian foreign ministry', 'Sweden interior ministry'],
  ],
  [
    'The Ministry of Fisheries sued the Coastal Rescue Service.',
    ['Ministry of Fisheries', 'Coastal Rescue Service'],
  ],
  ['The Committee for the Peaceful Use of Rivers met.', ['Committee for the Peaceful Use of Rivers']],
  ['The gas giant Norvega and the newspaper Bladet agreed.', ['Norvega', 'Bladet']],
  ['It was told by the Fjordpress news agency.', ['Fjordpress']],
  ['They told Falk Harbour radio of the Brekk Dagblad newspaper.', ['Falk Harbour', 'Brekk Dagblad']],
  ['It was in the Norway Echo magazine.', ['Norway Echo']],
  ['A Basque newspaper and Satellite radio told it. Recent magazine prices fell.', []],
  ['The News of the Harbour newspaper left.', []],
  ['The London Stock Exchange met Norvega Plc.', ['London Stock Exchange', 'Norvega Plc']],
  ["# 'THEY'LL PAY FOR THIS' says the mayor of Brekkstad as he left", []],
  ['BREKK: It is late.', []],
  ['MR FALK: It was the AFPX.', ['AFPX']],
  ['The Coastal Rescue Group (CRG) sailed.', ['Coastal Rescue Group']],
  ['OSLO, Norway (AP) — The Bank of Norway Governor Olga Falk left.', ['Bank of Norway']],
  ['It was sent to the Harbour and River Administration.', ['Harbour and River Administration']],
  ['The Coastal Water & Ferry Safety Agency met.', ['Coastal Water & Ferry Safety Agency']],
  ['The Coastal Court and River Council met.', ['Coastal Court', 'River Council']],
  [
    'Norway and Coastal Rescue Service crews met the Kremlin and Coastal Rescue Agency.',
    ['Coastal Rescue Service', 'Coastal Rescue Agency'],
  ],
  // Without an article, half of a name and the end of a row look alike.
  ['They left Brekkstad and River Council.', []],
  ['Olga Falk, National Ferries and Harbour Administration, left.', []],
  [
    'The Norwegian Harbour and River Administration and the U.S. Ferry and Fish Commission met.',
    ['Harbour and River Administration', 'Ferry and Fish Commission'],
  ],
  ['It was NATO and the Coastal Rescue Service.', ['Coastal Rescue Service']],
  [
    'The Bureau of Harbours, Ferries and Rivers met the Ministry of Fisheries, the owner.',
    ['Ministry of Fisheries'],
  ],
  ['NEW BREKK, March 3 - The LLP sold a DVD by SMS to Falk <FALK.L>.', []],
  ['PORT FALK (AP) — The CRGX left.', ['CRGX']],
  ['HMS Brekk, a T-72, LNG and a Type 45 were seen.', []],
];

const PLACES: readonly (readonly [string, readonly string[]])[] = [
  ['They were leaving Brekkstad in the town of Falkvik.', ['Brekkstad', 'Falkvik']],
  ['The Brekk region and Lake Falk lie north.', ['Brekk']],
  ['They took Lviv, Brekkstad and Odesa.', ['Brekkstad']],
  [
    'They met in St. Louis. They saw Oslo, Lviv, and Prime Minister Falk, and Mr. Falk in St. Falk left.',
    ['St. Louis'],
  ],
  ['She sold her stake in Brekk Harbours. His trust in Falkvik fell.', []],
  ['He was fluent in Chemistry and in March.', []],
];

describe('finding names that no list knows', () => {
  test.each(PEOPLE)('%s', (text, expected) => expect(foundIn(text, 'people')).toEqual(expected));
  test.each(ORGANISATIONS)('%s', (text, expected) =>
    expect(foundIn(text, 'organisations')).toEqual(expected),
  );
  test.each(PLACES)('%s', (text, expected) => expect(foundIn(text, 'places')).toEqual(expected));
});

test('takes a team for no town', () => {
  const { mentions } = annotateTexts([
    'Manchester United and Virgin Atlantic met in London. United States aid left Oslo.',
    'Liverpool City lost to Dynamo Kyiv and Spartak Moscow. Lviv City Council met.',
  ]);
  expect(mentions.flatMap(({ kind, id }) => (kind === 'places' ? id : []))).toEqual([
    'london',
    'united-states',
    'oslo',
  ]);
});

describe('surnames that stand alone', () => {
  const who = (...texts: string[]) =>
    annotateTexts(texts).mentions.flatMap((m) => (m.kind === 'people' ? [[m.text, m.id]] : []));

  test('that are months stand for somebody only where that is sure', () => {
    expect(
      who(
        'Theresa May spoke. In May, on 5 May and by May she left.',
        'Mrs May’s plan failed, May said. May was dry.',
      ),
    ).toEqual([
      ['Theresa May', 'theresa-may'],
      ['May', 'theresa-may'],
      ['May', 'theresa-may'],
    ]);
  });

  test('are the person of that name in the text', () => {
    expect(who('Mayor Torvald Brekk spoke.', 'Mr Brekk left. Later Brekk’s car followed.')).toEqual([
      ['Torvald Brekk', 'torvald-brekk'],
      ['Brekk', 'torvald-brekk'],
      ['Brekk', 'torvald-brekk'],
    ]);
  });

  test('are nobody where two could be meant', () => {
    expect(
      who('Mayor Torvald Brekk met Senator Orrin Brekk.', 'Brekk then left.').map(([text]) => text),
    ).not.toContain('Brekk');
  });

  test('are nobody beside another given name', () => {
    expect(who('President Vladimir Putin left.', 'Austin Putin stayed.').map(([text]) => text)).toEqual([
      'Vladimir Putin',
    ]);
  });

  test('are nobody beside “&”', () => {
    expect(
      who('Mayor Torvald Brekk left.', 'Brekk & Falk and Falk & Brekk fell.').map(([text]) => text),
    ).toEqual(['Torvald Brekk']);
  });

  test('follow the title’s gender', () => {
    expect(who('Bill Falk left.', 'Mrs Falk stayed.').map(([text]) => text)).toEqual(['Bill Falk']);
  });

  test('are nobody on the strength of another article', () => {
    const other = collectNames([passage('Mayor Torvald Brekk spoke.', 1)], index);
    const { mentions } = annotate([passage('Brekk left.', 1)], index, { corpus: mergeNames([other]) });
    expect(mentions).toEqual([]);
  });
});

describe('the role before a name', () => {
  const roles = (text: string) => annotateTexts([text]).mentions.flatMap(({ role }) => role?.text ?? []);

  test.each([
    ['They met the Norwegian Foreign Minister Torvald Brekk.', ['the Norwegian Foreign Minister']],
    ['Gen. Torvald Brekk and Sen. Orrin Falk met.', ['Gen', 'Sen']],
    ['It flew over Norway. President Torvald Brekk said no.', ['President']],
    ['They spoke of the economy. President Torvald Brekk said no.', ['President']],
  ])('%s', (text, expected) => expect(roles(text)).toEqual(expected));
});

/** Spellings of one person, and of two. */
const SAME: readonly (readonly [string, string])[] = [
  ['Volodymyr Falkovskiy', 'Vladimir Falkovskyy'],
  ['Dmytro Yermilov', 'Dmitry Ermilov'],
  ['Serhiy Harasymov', 'Sergei Garasymov'],
  ['Anthony Brekk', 'Antony Brekk'],
  ['Oleksandr Khodak', 'Alexander Hodak'],
  ['Tetyana Lysenko', 'Tetiana Lysenko'],
];
const APART: readonly (readonly [string, string])[] = [
  ['Andriy Yermak', 'Andriy Yermakov'],
  ['Petro Brekk', 'Pavlo Brekk'],
  ['Olena Falk', 'Olga Falk'],
  ['Ivan Kovalenko', 'Ivan Kovalchuk'],
];

describe('the key of a name', () => {
  test.each(SAME)('joins %s and %s', (a, b) => expect(keyName(a)).toBe(keyName(b)));
  test.each(APART)('keeps %s and %s apart', (a, b) => expect(keyName(a)).not.toBe(keyName(b)));

  test('reports the spellings that it joins between articles', () => {
    const collected = ['Mayor Dmytro Yermilov left.', 'Mayor Dmitry Ermilov left.'].map((text) =>
      collectNames([passage(text, 1)], index),
    );
    expect([...mergeNames(collected).spellings.values()]).toEqual([['Dmytro Yermilov', 'Dmitry Ermilov']]);
  });
});

test('leaves other languages to the list', () => {
  const { mentions, quotations } = annotateTexts(
    ['Lawrow sagte: „Wir reden“ in Kyiv mit Torvald Brekk, 41.'],
    { language: 'de' },
  );
  expect([mentions.map(({ id }) => id), quotations]).toEqual([['kyiv'], []]);
});

function foundIn(text: string, kind: NameKind): readonly string[] {
  const found = annotateTexts([text]).mentions.filter((mention) => mention.kind === kind && mention.found);
  return [...new Set(found.map(({ name }) => name))];
}
