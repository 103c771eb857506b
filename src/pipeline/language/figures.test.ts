import { describe, expect, test } from 'vitest';
import { annotateTexts } from './read-lists.fixture.ts';

/** Sentence → figures as `words = value unit`. */
const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  ['Some 8,500 U.S. soldiers are on the way.', ['Some 8,500 U.S. soldiers = 8500 troops']],
  ['The flood took nearly 300 lives.', ['nearly 300 lives = 300 deaths']],
  ['The shelling has killed at least 40 people.', ['at least 40 people = 40 deaths']],
  ['Four people on board died.', ['Four people = 4 deaths']],
  ['The town has three million residents.', ['three million residents = 3000000 residents']],
  ['Between 200–300 soldiers held the hill.', ['200–300 soldiers = 200 to 300 troops']],
  ['The loan was $42bn (£25.2bn).', ['$42bn = 42000000000 USD', '£25.2bn = 25200000000 GBP']],
  [
    'It cost an estimated €1.5 billion and 300 million roubles.',
    ['an estimated €1.5 billion = 1500000000 EUR', '300 million roubles = 300000000 RUB'],
  ],
  ['Sales fell by 33% and prices by 4.5 per cent.', ['33% = 33 %', '4.5 per cent = 4.5 %']],
  ['The line is 1,200 km long, some 750 miles.', ['1,200 km = 1200 km', 'some 750 miles = 750 miles']],
  ['The number of troops grows. Close to 12,000 are there now.', ['Close to 12,000 = 12000 troops']],
  ['About 20 active radio call signs were heard.', ['About 20 active radio call signs = 20 call signs']],
  [
    'The region lost 20,000 jobs, and 9,000 job losses will follow.',
    ['20,000 jobs = 20000 jobs', '9,000 job losses = 9000 jobs'],
  ],
  ['The meeting ended after 45 minutes.', ['45 minutes = 45 minutes']],
  ['More than (100) tanks and four additional jets came.', ['four additional jets = 4 jets']],
  ['Three more warships came.', ['Three more warships = 3 warships']],
  [
    'Sixty battalion tactical groups stand there.',
    ['Sixty battalion tactical groups = 60 battalion tactical groups'],
  ],
  ['It shot down 38 of 42 drones.', ['38 of 42 drones = 38 drones', '42 drones = 42 drones']],
  [
    'One side fires 2,000 shells a day, while the other fires 10,000.',
    ['2,000 shells = 2000 shells', '10,000 = 10000 shells'],
  ],
  ['He put the number of foreign soldiers at 112,000.', ['112,000 = 112000 troops']],
  [
    'The mission saw 591 violations, up from 319 a day before.',
    ['591 violations = 591 violations', '319 = 319 violations'],
  ],
  [
    'It needs between $3 billion and $5 billion a year.',
    ['$3 billion and $5 billion = 3000000000 to 5000000000 USD'],
  ],
  ['PLN 500 million was set aside.', ['PLN 500 million = 500000000 PLN']],
  [
    'The “$240 Million Harbour Plan” needs $1.5 Billion, or £3M, €2bn and $1B.',
    [
      '$240 Million = 240000000 USD',
      '$1.5 Billion = 1500000000 USD',
      '£3M = 3000000 GBP',
      '€2bn = 2000000000 EUR',
      '$1B = 1000000000 USD',
    ],
  ],
  ['About 3M employees walked out. Flat 12 B residents complained.', []],
  ['The firm lost $5 to $10 million.', ['$5 to $10 million = 5000000 to 10000000 USD']],
  ['Spending rose from $3 to $5 million.', ['$3 = 3000000 USD', '$5 million = 5000000 USD']],
  ['Spending rose $3 to $5 million.', ['$5 million = 5000000 USD']],
  ['The firm will cut 200 to 300 jobs.', ['200 to 300 jobs = 200 to 300 jobs']],
  // Nobody who lives is counted among the dead.
  ['The lives of 40 million people depend on it.', ['40 million people = 40000000 people']],
  ['The flood claimed the lives of 40 people.', ['40 people = 40 deaths']],
  ['The drone killed the commander and 200 workers fled.', ['200 workers = 200 workers']],
  [
    'The deaths of 3 soldiers angered 400 residents.',
    ['3 soldiers = 3 deaths', '400 residents = 400 residents'],
  ],
  ['Some 500 residents said a man was killed.', ['Some 500 residents = 500 residents']],
  ['About 300 protesters demanded to know who was killed.', ['About 300 protesters = 300 protesters']],
  ['Three ministers of the Group of Five ministers met.', ['Three ministers = 3 ministers']],
  ['“Three ministers left,” he said. Three more came.', ['Three ministers = 3 ministers']],
  // Whoever was killed or wounded is no force.
  [
    'The army killed 30 Norwegian soldiers and captured 20 fighters.',
    ['30 Norwegian soldiers = 30 deaths', '20 fighters = 20 fighters'],
  ],
  ['At least 37 militants were killed.', ['At least 37 militants = 37 deaths']],
  [
    'The blast killed six children and wounded 12 officers.',
    ['six children = 6 deaths', '12 officers = 12 casualties'],
  ],
  ['Some 200 conscripts were killed, wounded or captured.', ['Some 200 conscripts = 200 casualties']],
  [
    'It said 25 pilots were slightly injured; 40 tanks were killed off.',
    ['25 pilots = 25 casualties', '40 tanks = 40 tanks'],
  ],
  [
    'The town claims 300 guards left. He was killed when 30 rebels came.',
    ['300 guards = 300 guards', '30 rebels = 30 rebels'],
  ],
  [
    'More than 900 people saw him killed off. Some 90 guards killed 12 rebels.',
    ['More than 900 people = 900 people', 'Some 90 guards = 90 guards', '12 rebels = 12 deaths'],
  ],
  // A range is between, a change goes from one to the other.
  ['Jobs rose 32,000 to 1.41 million people.', ['1.41 million people = 1410000 people']],
  [
    'Prices fell $2 to $105, from $101 to $103.',
    ['$2 = 2 USD', '$105 = 105 USD', '$101 = 101 USD', '$103 = 103 USD'],
  ],
  ['It rose from 4% to 5%, and from 300 to 400 jets.', ['4% = 4 %', '5% = 5 %', '400 jets = 400 jets']],
  [
    'Shares range from 4% to 5%. Sales will rise 5 to 10 per cent.',
    ['4% to 5% = 4 to 5 %', '5 to 10 per cent = 5 to 10 %'],
  ],
  ['It takes between 178 and 183 mln tonnes.', ['178 and 183 mln tonnes = 178000000 to 183000000 tonnes']],
  ['It has 500,000 to 1.5 million workers.', ['500,000 to 1.5 million workers = 500000 to 1500000 workers']],
  [
    'Some 5 to 10 million refugees need 4.1 mln tonnes.',
    ['Some 5 to 10 million refugees = 5000000 to 10000000 refugees', '4.1 mln tonnes = 4100000 tonnes'],
  ],
  // What is counted is the thing, not a word of its name.
  [
    'They have 800 anti-aircraft missiles, 11 aircraft carriers, 20 armoured personnel carriers and 40 aircraft in all.',
    [
      '800 anti-aircraft missiles = 800 missiles',
      '11 aircraft carriers = 11 carriers',
      '20 armoured personnel carriers = 20 carriers',
      '40 aircraft = 40 aircraft',
    ],
  ],
  [
    'They took 100 square km and 200 nautical miles of sea, and drove at 60 miles per hour, 100 km/h and 90 miles an hour.',
    ['100 square km = 100 square km', '200 nautical miles = 200 nautical miles'],
  ],
  [
    'They sold 15,000 pounds of powder and 90 million pounds of salt for 300 pounds.',
    ['300 pounds = 300 GBP'],
  ],
  ['It sent 14 Leopard 2 tanks and 31 M1 Abrams tanks.', ['14 Leopard 2 tanks = 14 tanks']],
  ['Some 150 utilities serving 90 million people shut.', ['90 million people = 90000000 people']],
  ['It is open through 2025 to 4 million poor people.', ['4 million poor people = 4000000 people']],
  ['Some 100 000 troops stay. On March 5 300 people came.', ['Some 100 000 troops = 100000 troops']],
  [
    'The work that takes place for the last 18 months costs £3m-£4m, or 3%-4% more.',
    ['£3m-£4m = 3000000 to 4000000 GBP', '3%-4% = 3 to 4 %'],
  ],
  [
    'A 3% to 3.5% rise is due; around 40% to 50% of it rose about 3% to 5%.',
    ['3% to 3.5% = 3 to 3.5 %', 'around 40% to 50% = 40 to 50 %', 'about 3% = 3 %', '5% = 5 %'],
  ],
  // Numbers joined to what they count, or named before.
  [
    'A 100,000-strong force and a 5,000-strong crowd met 20-strong teams on a 40-mile road and a 2,000-km front.',
    ['100,000-strong force = 100000 troops', '40-mile = 40 miles', '2,000-km = 2000 km'],
  ],
  [
    'Rates rose 50 basis points, and support by 2.5 percentage points to 31%.',
    ['50 basis points = 50 basis points', '2.5 percentage points = 2.5 percentage points', '31% = 31 %'],
  ],
  [
    'The death toll rose to 47. The death toll of more than 300 grew, at least 60 killed in the north.',
    ['47 = 47 deaths', 'more than 300 = 300 deaths', 'at least 60 killed = 60 deaths'],
  ],
  // A number near a toll or before “killed” may be of something else.
  ['The death toll in a town of 12,000 rose. The death toll in the battle of 1812 is unknown.', []],
  [
    'The death toll is 10 times what they feared. The death toll at 12 gates rose. The death toll at 9 a.m. was unknown.',
    [],
  ],
  ['The man aged 60 killed in the blast was a baker. Brigade 93 killed in its sleep.', []],
  [
    'They saw off Soyuz 12 100 people say. Around 40 killed in the fire, some 12 100 people left.',
    ['Around 40 killed = 40 deaths', 'some 12 100 people = 12100 people'],
  ],
  [
    'USD 500 million and EUR 20m went to 83 BTGs, and 10m US dollars or 5m Canadian dollars to others.',
    [
      'USD 500 million = 500000000 USD',
      'EUR 20m = 20000000 EUR',
      '83 BTGs = 83 battalion tactical groups',
      '10m US dollars = 10000000 USD',
    ],
  ],
  // Numbers in words are read to their end.
  [
    'Half a million people fled; over a quarter of a million women and half a dozen jets stayed.',
    [
      'Half a million people = 500000 people',
      'over a quarter of a million women = 250000 people',
      'half a dozen jets = 6 jets',
    ],
  ],
  [
    'Two hundred and fifty thousand troops met one hundred and six guards, two and a half million people and twenty five jets.',
    [
      'Two hundred and fifty thousand troops = 250000 troops',
      'one hundred and six guards = 106 guards',
      'two and a half million people = 2500000 people',
      'twenty five jets = 25 jets',
    ],
  ],
  [
    'A hundred thousand soldiers left, then two thousand five hundred.',
    ['A hundred thousand soldiers = 100000 troops'],
  ],
  [
    'They lost five or six jets, two to three hundred tanks and between ten thousand and twenty thousand men.',
    [
      'five or six jets = 5 to 6 jets',
      'two to three hundred tanks = 200 to 300 tanks',
      'ten thousand and twenty thousand men = 10000 to 20000 people',
    ],
  ],
  ['One per cent left, then one or two per cent.', ['One per cent = 1 %', 'one or two per cent = 1 to 2 %']],
  ['A third of a million people and several dozen guards left; some hundred tanks too.', []],
  // Nothing is reported by these.
  ['Two officials briefed on the talks said so.', []],
  ['The EU’s 27 members met in 2022 for the 101st time.', []],
  ['They have 24 hours, and two days’ notice, at 9.30 on 5 March.', []],
  ['The Type 45 ship, a T-72 and an S-400 were seen near Minsk-2 lines.', []],
  ['The two leaders and the three ministers spoke of Article 5.', []],
  ['We can say it 100 times in an eight-year war.', []],
  ['On Feb. 12 soldiers marched past No 10.', []],
  ['One in four Norwegians, one in 10 women and nine out of 10 men agree.', []],
  ['Two in every three men and three out of five women agree.', []],
  ['It lost money in five of the last six years, and in the last 12 months.', []],
  ['In 2014 soldiers came, since 2015 people left; the 2016 attacks changed it.', []],
  ['The September 11, 2001 attacks, the 7 July 2005 attacks and the May 2004 votes.', []],
  ['The top 250 firms, the Fortune 500 companies and the FTSE 100 companies met.', []],
  ['They have 4x4 trucks, 2x more tanks and 10x rockets. Call 0800 123 456 people.', []],
  [
    'Sales rose 3% in May and should pass 500,000 in June; a 40-mile-an-hour wind killed nobody of 60.',
    ['3% = 3 %'],
  ],
  ['The Big Four banks, the Seven Sisters companies and the Group of 20 nations met.', []],
];

/** Sentence → claimant and whose. */
const CLAIMS: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['Norway accused Sweden of massing 12,000 troops near Oslo.', 'Norway', 'sweden'],
  ['Sweden has moved 12,000 troops to the coast, Reuters reported.', 'Reuters', 'sweden'],
  ['Peter Brandt said 12,000 Swedish troops had left.', 'Peter Brandt', 'sweden'],
  ['The war, which Kyiv says has killed 12,000 people, goes on.', 'Kyiv', undefined],
  ['According to United Nations estimates, 12,000 people fled.', 'United Nations', undefined],
  ['Some 12,000 people fled, according to aid workers in the town.', 'aid workers in the town', undefined],
  ['“We have 12,000 soldiers here,” said Peter Brandt.', 'Peter Brandt', undefined],
  ['Some 12,000 people fled.', undefined, undefined],
];

describe('finding figures', () => {
  test.each(SENTENCES)('%s', (sentence, expected) => {
    const found = annotateTexts([sentence]).figures.map(
      ({ text, value, upper, unit }) => `${text} = ${upper ? `${value} to ${upper}` : value} ${unit}`,
    );
    expect(found).toEqual(expected);
  });

  test.each(CLAIMS)('%s', (sentence, claimant, whose) => {
    const [figure] = annotateTexts([sentence]).figures;
    expect([figure?.claimant?.name, figure?.whose?.id]).toEqual([claimant, whose]);
  });

  test('gives a place to the number that it stands behind', () => {
    const { figures } = annotateTexts([
      'It fell to 4.7% from 4.9%, compared with 12% in Germany and 300 jets of the 2nd fleet in 2015 in Poland.',
    ]);
    expect(figures.map(({ place }) => place)).toEqual([undefined, undefined, 'germany', 'poland']);
  });

  test('leaves captions out', () => {
    expect(annotateTexts(['> Some 300 soldiers in Riga']).figures).toEqual([]);
  });

  test.each([
    ['more than 50 jets', 'more-than'],
    ['at least 50 jets', 'more-than'],
    ['up to 50 jets', 'less-than'],
    ['no more than 50 jets', 'less-than'],
    ['no less than 50 jets', 'more-than'],
    ['no fewer than 50 jets', 'more-than'],
    ['about 50 jets', 'estimated'],
    ['an estimated 50 jets', 'estimated'],
    ['50 to 60 jets', 'range'],
    ['50 jets', undefined],
  ])('%s: %s', (words, qualifier) => {
    expect(annotateTexts([`They sent ${words}.`]).figures[0]?.qualifier).toBe(qualifier);
  });
});
