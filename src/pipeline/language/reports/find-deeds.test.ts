import { describe, expect, test } from 'vitest';
import { annotateTexts } from '../read-lists.fixture.ts';
import { readDeedRules } from './find-deeds.ts';

const deeds = readDeedRules([
  {
    id: 'moves',
    deeds: {
      title: 'Who moves what',
      who: 'Whose',
      verbs: ['send/sent', 'deploy', 'move', 'withdraw/withdrew/withdrawn', 'mass', 'return'],
      objects: ['troop*', 'soldier*', 'forces', 'tank*', 'air-defence unit*', 'navy'],
    },
  },
  { id: 'other' },
]);

/** Sentence → who does it. */
const REPORTED: readonly (readonly [string, readonly string[]])[] = [
  ['Russia has sent troops to the north.', ['Russia']],
  ['Britain is deploying 350 soldiers.', ['United Kingdom']],
  ['The Kremlin massed more than 2,000 troops around the lake.', ['Kremlin']],
  ['Germany will send up to 300 soldiers and a band.', ['Germany']],
  ['France plans to move thousands of troops south.', ['France']],
  ['Poland has agreed to withdraw its last tanks.', ['Poland']],
  ['Norway and Finland moved two air-defence units.', ['Norway', 'Finland']],
  ['Russian troops were moved to the lake.', ['Russia']],
  ['Some 3,000 Russian soldiers have been sent north.', ['Russia']],
  ['Nato’s forces are returning to their bases.', ['NATO']],
  ['Russian and Belarusian troops massed there.', ['Belarus']],
  ['The Polish navy returned on Friday.', ['Poland']],
  ['Moscow accused Ukraine on Friday of massing tanks.', ['Ukraine']],
  ['Russia’s defence ministry said Russian troops were returning to base.', ['Russia']],
  ['France is paving roads and sending tanks to Latvia.', ['France']],
  ['A guide said Germany would send troops.', ['Germany']],
  ['In January, the United States moved tanks, and France sent soldiers.', ['United States', 'France']],
  ['Germany sent troops in May 2014, a guide said.', ['Germany']],
  ['Poland confirmed after the Nato meeting that Russia had sent troops.', ['Russia']],
  ['A guide told reporters in Bergen on Monday that Russia had withdrawn its troops.', ['Russia']],
  ['Poland announced that Russian troops were moved to the lake.', ['Russia']],
  ['Britain sent US-made tanks to the lake.', ['United Kingdom']],
  ['A few hours later Russia sent troops.', ['Russia']],
  ['After a series of talks, Russia sent troops.', ['Russia']],
];

/** Not reported as done or arranged, not theirs, or nobody named. */
const PASSED: readonly string[] = [
  'Russia denies sending troops.',
  'Russia denied that it had sent troops.',
  'Britain denied that Russia had sent troops.',
  'If Russia sent troops, the road would close.',
  'Poland will close the road if Russia sends troops.',
  'Poland will close the road until Russia withdraws its troops.',
  'Poland called on Russia to withdraw its troops.',
  'Poland wants Russian troops withdrawn.',
  'Poland demanded that Russia withdraw its troops.',
  'Russia could send troops.',
  'Russia has not sent troops.',
  'Russia would send troops.',
  'Russia ordered troops to return.',
  'Has Russia sent troops?',
  '“Russia has sent troops,” a guide said.',
  'Russia sent a letter to the troops.',
  'Russia sent tank parts.',
  'Russia sent its troops’ mail.',
  'Russia moved its embassy.',
  'Some 10,000 troops were moved.',
  'They sent troops to the lake.',
  'Joe Biden sent troops to the lake.',
  'Britain sent Ukraine 14 tanks.',
  'Nato deployed German troops.',
  'Supporters of Russia sent tanks.',
  'Officials in Poland moved tanks.',
  'Firms in Eastern and Northern Russia moved tanks.',
  'The Tank Museum of the Netherlands moved tanks.',
  'Tanques de Venezuela moved tanks.',
  'He filed with the Pentagon moved tanks.',
  'Russia is unlikely to send troops.',
  'Russian troops are likely to be sent.',
  'Poland sees little evidence that Russia has withdrawn its troops.',
  'Norway has yet to see proof that Russia has withdrawn its troops.',
  'Norway wants guarantees that Russia has withdrawn its troops.',
  'Norway doubts that Russia has withdrawn its troops.',
  'Norway doubts Russia has withdrawn its troops.',
  'Norway hopes Russia will withdraw its troops.',
  'Norway hopes that, after the vote, Russia will withdraw its troops.',
  'Norway hopes it will rain and Russia will withdraw its troops.',
  'Norway hopes that Russian troops were moved.',
  'Norway predicted Russia would send troops.',
  'Nobody knows when Russia will withdraw its troops.',
  'Guides ask when Russia will withdraw its troops.',
  'It was untrue that Russia had sent troops.',
  'Claims that Russia sent troops were false.',
  'The claim, that Russia sent troops, was rejected.',
  'Few guides said that Russia had sent troops.',
  'It is hard to say that Russia has sent troops.',
  'The film ends as Russia sends troops.',
  'In the novel, Russia sends troops.',
  'The series ends as Russia sends troops.',
  'Norway doubts Russian troops were moved.',
  'Norway hopes Russian troops will return.',
  'Claims Russian troops were moved grew.',
  'Russia will send troops, Norway predicted.',
  'Pro-Russian troops moved on Friday.',
  'Anti‑Russian forces were deployed.',
  'Russian-backed troops moved on Friday.',
  'Polish–Russian troops were moved.',
  'US-made tanks were sent.',
  'Had Russia sent troops, the road would be shut.',
];

const namesIn = (text: string): string[] => annotateTexts([text], { deeds }).deeds.map(({ who }) => who.text);

describe('findDeeds', () => {
  test.each(REPORTED)('reads who does it: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test.each(PASSED)('takes nobody for it: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test('marks theme, sentence and name', () => {
    expect(annotateTexts(['Rain fell. Nato moved tanks.'], { deeds }).deeds).toEqual([
      {
        theme: 'moves',
        line: 1,
        start: 11,
        end: 28,
        who: { text: 'NATO', kind: 'organisations', id: 'nato' },
      },
    ]);
  });

  test('looks for nothing that no theme lists', () => {
    expect(annotateTexts(['Nato moved tanks.'], { deeds: readDeedRules([{ id: 'other' }]) }).deeds).toEqual(
      [],
    );
  });
});
