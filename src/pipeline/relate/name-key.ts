import { keyName, keyWord } from '../language/names/name-key.ts';
import { foldWord } from './terms.ts';

/** A personal name cut for comparison. */
export interface PersonKey {
  /** Key of the given name, the same for its forms in several languages. */
  readonly given: string;
  /** Key of the surname with its particles (“von der Leyen”). */
  readonly surname: string;
  /** Folded surname as written, for the one-edit rule. */
  readonly written: string;
  /** Middle initials; two names with different ones are two people. */
  readonly initials: string;
}

/** Absent for a single name: that is never enough to call two people one. */
export function keyPerson(name: string): PersonKey | undefined {
  const [given, ...rest] = name.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  if (!given || isInitial(given)) return undefined;
  const initials = rest.filter(isInitial);
  const surname = rest.filter((word) => !isInitial(word));
  if (surname.length === 0) return undefined;
  return {
    given: keyName(given),
    surname: surname.map(keyWord).join(' '),
    written: surname.map(foldWord).join(' '),
    initials: initials.map((word) => foldWord(word).charAt(0)).join(''),
  };
}

function isInitial(word: string): boolean {
  return /^\p{L}\.?(?:\p{L}\.)?$/u.test(word);
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
