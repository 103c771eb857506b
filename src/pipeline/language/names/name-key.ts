/** Given names that are one name in two languages, beyond what the key rule sees. */
const SAME_GIVEN: readonly (readonly string[])[] = [
  ['Volodymyr', 'Vladimir', 'Uladzimir', 'Wolodymyr'],
  ['Dmytro', 'Dmitry', 'Dmitri', 'Dimitri'],
  ['Andriy', 'Andrei', 'Andrey', 'Andrii'],
  ['Serhiy', 'Sergei', 'Sergey', 'Serhii'],
  ['Oleksandr', 'Alexander', 'Aleksandr', 'Alyaksandr', 'Olexander'],
  ['Oleksiy', 'Alexei', 'Aleksei', 'Alexey', 'Oleksii'],
  ['Mykola', 'Nikolai', 'Nikolay'],
  ['Mykhailo', 'Mikhail', 'Mykhaylo'],
  ['Yevhen', 'Yevgeny', 'Evgeny'],
  ['Hennadiy', 'Gennady', 'Gennadiy'],
  ['Oleh', 'Oleg'],
  ['Ihor', 'Igor'],
  ['Petro', 'Pyotr', 'Piotr'],
  ['Pavlo', 'Pavel'],
  ['Anthony', 'Antony', 'Tony'],
  ['Philip', 'Phillip'],
  ['Joe', 'Joseph'],
  ['Bob', 'Robert'],
  ['Bill', 'William'],
  ['Jim', 'James'],
  ['Mike', 'Michael'],
  ['Tom', 'Thomas'],
  ['Kateryna', 'Ekaterina', 'Yekaterina', 'Katerina'],
  ['Olena', 'Elena', 'Yelena'],
  ['Yulia', 'Julia', 'Yuliya'],
];

/**
 * A key that spellings of one name share: accents, transliteration of е, х, ф, final -ий and doubled
 * letters are levelled. Made for people; places are joined by listed aliases alone.
 */
export function keyWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’-]/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replace(/^(?:ye|ie|je|ge(?=r))/, 'e')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('kh', 'h')
    .replaceAll('x', 'ks')
    .replaceAll('w', 'v')
    .replace(/(?:iy|yy|ii|ij|yi|ey|ei|y)$/, 'i')
    .replaceAll('y', 'i')
    .replace(/[gh](?=[aeiou])/g, 'h')
    .replace(/(.)\1/g, '$1');
}

const GIVEN_KEYS: ReadonlyMap<string, string> = new Map(
  SAME_GIVEN.flatMap((names) => names.map((name) => [keyWord(name), keyWord(names[0] ?? name)] as const)),
);

/** The key of a full name: given name (its first form among equals) and the rest. */
export function keyName(name: string): string {
  const words = name.split(/[\s-]+/).map(keyWord);
  const first = words[0] ?? '';
  return [GIVEN_KEYS.get(first) ?? first, ...words.slice(1)].join(' ');
}
