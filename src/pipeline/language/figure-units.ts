/**
 * What a number in the news counts, in plural, since one of a thing is no figure. `as`: one normal form
 * for all words of the row; without it each word is its own unit. `small` rows also count where the
 * number is a word below ten (“two camps” reports nothing, “three hostages” does). `living` rows can be
 * killed or wounded.
 */
const COUNTED: readonly {
  readonly as?: string;
  readonly small?: true;
  readonly living?: true;
  readonly words: string;
}[] = [
  {
    as: 'troops',
    small: true,
    living: true,
    words: 'troops soldiers personnel servicemen servicewomen servicemembers',
  },
  {
    small: true,
    living: true,
    words:
      'fighters militants marines paratroopers reservists conscripts recruits mercenaries combatants infantrymen commandos',
  },
  { as: 'deaths', small: true, words: 'deaths lives fatalities dead' },
  { as: 'casualties', small: true, words: 'casualties wounded injured' },
  {
    as: 'people',
    small: true,
    living: true,
    words:
      'people persons individuals colleagues men women ukrainians russians poles germans americans britons europeans syrians',
  },
  {
    small: true,
    living: true,
    words:
      'civilians children residents inhabitants citizens refugees migrants officials politicians lawmakers diplomats deputies ' +
      'ministers oligarchs businessmen senators workers employees miners doctors observers monitors inspectors officers policemen ' +
      'guards trainers instructors advisers sailors pilots protesters protestors demonstrators activists supporters prisoners hostages detainees captives ' +
      'journalists reporters volunteers rebels insurgents separatists',
  },
  {
    small: true,
    words:
      'jets warplanes aircraft planes bombers helicopters drones ' +
      'missiles rockets tanks vehicles trucks lorries ships warships vessels tankers submarines howitzers launchers batteries ' +
      'battalions brigades divisions companies firms businesses banks entities organisations organizations ' +
      'weapons guns grenades rifles mortars cannons interceptors helmets cruisers frigates destroyers containers wagons',
  },
  {
    living: true,
    words:
      'staff teachers delegates participants passengers tourists students athletes voters customers users subscribers',
  },
  {
    words:
      'households families shells rounds munitions bombs mines carriers cars buses boats systems regiments warheads attacks strikes airstrikes explosions ' +
      'blasts violations incidents sorties flights clashes countries nations states towns villages cities settlements buildings ' +
      'houses homes schools hospitals apartments seats votes cases infections call-signs jobs enterprises tonnes tons ' +
      'barrels megawatts attempts pieces regions',
  },
  { as: 'battalion tactical groups', words: 'tactical-groups btgs' },
  { words: 'basis-points percentage-points' },
  { as: 'km', small: true, words: 'km kilometres kilometers' },
  { small: true, words: 'miles' },
  { as: 'metres', words: 'metres meters' },
  { as: 'square km', words: 'square-kilometres square-kilometers square-km sq-km' },
  { as: 'square miles', words: 'square-miles' },
  { words: 'nautical-miles' },
  { as: 'cubic metres', words: 'cubic-metres cubic-meters bcm' },
];

/** Normal form of a unit: `troops`, `USD`, `%`, `call signs`. */
export type FigureUnit = string;

export interface UnitWord {
  readonly unit: FigureUnit;
  readonly small: boolean;
  readonly living: boolean;
}

/** Printed word in small letters (two words joined by a hyphen) → unit. */
export const UNIT_WORDS: ReadonlyMap<string, UnitWord> = new Map(
  COUNTED.flatMap(({ as, small, living, words }) =>
    words
      .split(' ')
      .map(
        (word) =>
          [
            word,
            { unit: as ?? word.replace('-', ' '), small: small ?? false, living: living ?? false },
          ] as const,
      ),
  ),
);

/** Money by sign and by word. */
export const CURRENCIES: ReadonlyMap<string, FigureUnit> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['PLN', 'PLN'],
  ['USD', 'USD'],
  ['EUR', 'EUR'],
  ['GBP', 'GBP'],
  ['UAH', 'UAH'],
  ['RUB', 'RUB'],
  ['zlotys', 'PLN'],
  ['zloty', 'PLN'],
  ['yuan', 'CNY'],
  ['yen', 'JPY'],
  ['kronor', 'SEK'],
  ['dollars', 'USD'],
  ['usd', 'USD'],
  ['euros', 'EUR'],
  ['euro', 'EUR'],
  ['eur', 'EUR'],
  ['pounds', 'GBP'],
  ['gbp', 'GBP'],
  ['rubles', 'RUB'],
  ['roubles', 'RUB'],
  ['hryvnia', 'UAH'],
  ['hryvnias', 'UAH'],
]);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['bln', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Numbers in words up to ninety. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, n) => [word, n] as const),
  ...TENS.map((word, n) => [word, (n + 2) * 10] as const),
]);
