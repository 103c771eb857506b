import { foldWord } from './terms.ts';

/** Forms of one given name in the languages that transliterate it. Each row is one name. */
export const SAME_GIVEN_NAMES = [
  ['volodymyr', 'vladimir', 'wladimir'],
  ['dmytro', 'dmitry', 'dmitri', 'dmitrii', 'dmitriy'],
  ['andriy', 'andrii', 'andrei', 'andrey', 'andrij'],
  ['serhiy', 'serhii', 'sergei', 'sergey', 'serhij', 'sergiy'],
  ['oleksandr', 'alexander', 'aleksandr', 'aleksander', 'alexandr'],
  ['oleksiy', 'oleksii', 'alexei', 'alexey', 'aleksei', 'aleksey'],
  ['mykola', 'nikolai', 'nikolay', 'nikolaj'],
  ['mykhailo', 'mikhail', 'mihail', 'michail'],
  ['pavlo', 'pavel'],
  ['yuriy', 'yurii', 'yuri', 'yury', 'iurii', 'jurij'],
  ['yevhen', 'evhen', 'yevgeny', 'evgeny', 'evgeni', 'yevgeniy', 'evgenii'],
  ['vasyl', 'vasily', 'vasiliy', 'vassily', 'wassily'],
  ['viktor', 'victor'],
  ['maksym', 'maxim', 'maksim'],
  ['olena', 'elena', 'yelena'],
  ['kateryna', 'ekaterina', 'yekaterina'],
  ['anthony', 'antony'],
  ['geoffrey', 'jeffrey'],
  ['stephen', 'steven'],
  ['petro', 'pyotr', 'petr'],
  ['hryhoriy', 'hryhorii', 'grigory', 'grigori', 'grigoriy'],
] as const satisfies readonly (readonly string[])[];

const GIVEN_CLASS: ReadonlyMap<string, string> = new Map(
  SAME_GIVEN_NAMES.flatMap((row) => row.map((form) => [form as string, row[0] as string] as const)),
);

/** Steps of the key in order; each with a pair of spellings that it brings together. */
export const KEY_STEPS = [
  { id: 'initial-e', pattern: /^(?:y|i|j)e/, to: 'e', joins: ['Yermolenko', 'Iermolenko'] },
  { id: 'initial-er', pattern: /^ger/, to: 'er', joins: ['Germolenko', 'Yermolenko'] },
  { id: 'ph', pattern: /ph/g, to: 'f', joins: ['Phedorenko', 'Fedorenko'] },
  { id: 'th', pattern: /th/g, to: 't', joins: ['Thimoshuk', 'Timoshuk'] },
  { id: 'kh', pattern: /kh/g, to: 'h', joins: ['Khomiak', 'Homiak'] },
  { id: 'x', pattern: /x/g, to: 'ks', joins: ['Alexeenko', 'Alekseenko'] },
  { id: 'w', pattern: /w/g, to: 'v', joins: ['Kowalenko', 'Kovalenko'] },
  { id: 'final-i', pattern: /(?:iy|yy|ii|ij|ey|ei|y)$/, to: 'i', joins: ['Nalyvaiskiy', 'Nalyvaisky'] },
  { id: 'y', pattern: /y/g, to: 'i', joins: ['Lytvin', 'Litvin'] },
  { id: 'h', pattern: /[gh](?=[aeiou])/g, to: 'h', joins: ['Galushchenko', 'Halushchenko'] },
  { id: 'double', pattern: /(.)\1/g, to: '$1', joins: ['Hannenko', 'Hanenko'] },
] as const satisfies readonly { id: string; pattern: RegExp; to: string; joins: readonly [string, string] }[];

/** A personal name cut for comparison. */
export interface PersonKey {
  /** Key of the given name, the same for listed equivalents. */
  readonly given: string;
  /** Key of the surname with its particles (“von der Leyen”). */
  readonly surname: string;
  /** Folded surname as written, for the one-edit rule. */
  readonly written: string;
  /** Middle initials; two names with different ones are two people. */
  readonly initials: string;
}

/** Spelling key of a word: equal keys are transliterations of one name. */
export function keyWord(word: string, part: 'given' | 'surname'): string {
  let key = foldWord(word).replace(/[^\p{L}]+/gu, '');
  // Gerhard and Erhard are two names; Germolenko and Yermolenko are one surname.
  for (const { id, pattern, to } of KEY_STEPS)
    if (part === 'surname' || id !== 'initial-er') key = key.replace(pattern, to);
  return key;
}

/** Absent for a single name: that is never enough to call two people one. */
export function keyPerson(name: string): PersonKey | undefined {
  const words = name.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const [given, ...rest] = words;
  if (!given || rest.length === 0 || isInitial(given)) return undefined;
  const initials = rest.filter(isInitial);
  const surname = rest.filter((word) => !isInitial(word));
  if (surname.length === 0) return undefined;
  const folded = foldWord(given).replace(/[^\p{L}]+/gu, '');
  return {
    given: GIVEN_CLASS.get(folded) ?? keyWord(folded, 'given'),
    surname: surname.map((word) => keyWord(word, 'surname')).join(' '),
    written: surname.map(foldWord).join(' '),
    initials: initials.map((word) => foldWord(word).charAt(0)).join(''),
  };
}

function isInitial(word: string): boolean {
  return (
    /^\p{L}\.?(?:\p{L}\.)*$/u.test(word) && word.length <= 4 && (word.length === 1 || word.includes('.'))
  );
}

/**
 * One insertion, deletion or substitution apart inside the word: another first letter is another
 * name, and so is one letter more at the end (Richard and Richards), but for the h of Markovich.
 */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length > short.length && long.startsWith(short) && !long.endsWith('h')) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  return a.length - start - end <= 1 && b.length - start - end <= 1;
}
