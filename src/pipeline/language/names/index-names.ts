import { addTo } from '../../add-to.ts';
import type { NameEntry } from '../../types.ts';
import { splitWords } from '../words.ts';
import { keyName } from './name-key.ts';

/** One printed form of an entry, as the word keys that a text is compared with. */
export interface Form {
  readonly entry: NameEntry;
  readonly keys: readonly string[];
  /** The form as written in the list: a possessive in it (`Russia's`) must stand in the text too. */
  readonly text: string;
  /** A word for the people of a country: no mention of it, but it says whose. */
  readonly demonym?: true | undefined;
}

/** The editor's names, ready to be found. Build it once for a run. */
export interface NameIndex {
  readonly entries: ReadonlyMap<string, NameEntry>;
  /** By first word key, longest form first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  /** People by the surname of each of their forms. */
  readonly surnames: ReadonlyMap<string, readonly NameEntry[]>;
  /** People by the key of each of their forms. */
  readonly people: ReadonlyMap<string, NameEntry>;
  /** Country id by the id of its capital: “Kyiv’s foreign minister”. */
  readonly capitals: ReadonlyMap<string, string>;
  readonly guards: ReadonlyMap<string, Guard>;
}

export interface Guard {
  readonly before?: RegExp | undefined;
  readonly after?: RegExp | undefined;
}

export function indexNames(entries: readonly NameEntry[]): NameIndex {
  const forms = new Map<string, Form[]>();
  const surnames = new Map<string, NameEntry[]>();
  const people = new Map<string, NameEntry>();
  const guards = new Map<string, Guard>();
  const byName = new Map(entries.filter((e) => e.kind === 'places').map((e) => [e.name, e.id]));
  const capitals = new Map<string, string>();
  const add = (entry: NameEntry, text: string, demonym?: true) => {
    const keys = splitWords(text).map((word) => word.key);
    const first = keys[0];
    if (!first) return;
    addTo(forms, first, { entry, keys, text, demonym });
  };
  for (const entry of entries) {
    const written = [entry.name, ...entry.aliases, ...entry.misspellings];
    for (const text of written) add(entry, text);
    for (const text of entry.demonyms ?? []) {
      if (written.includes(text)) continue;
      add(entry, text, true);
      if (!/(?:s|ish|ese|ch)$/.test(text)) add(entry, `${text}s`, true);
    }
    if (entry.kind === 'people') {
      for (const text of written) {
        people.set(keyName(text), entry);
        for (const surname of surnamesOf(text)) {
          if (!surnames.get(surname)?.includes(entry)) addTo(surnames, surname, entry);
        }
      }
    }
    const capital = entry.capital && byName.get(entry.capital);
    if (capital) capitals.set(capital, entry.id);
    if (entry.notBefore || entry.notAfter) {
      guards.set(entry.id, {
        before: entry.notBefore ? new RegExp(`^(?:${entry.notBefore})`, 'u') : undefined,
        after: entry.notAfter ? new RegExp(`(?:${entry.notAfter})$`, 'u') : undefined,
      });
    }
  }
  for (const list of forms.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return { entries: new Map(entries.map((e) => [e.id, e])), forms, surnames, people, capitals, guards };
}

/** Surnames that come first. */
const SURNAME_FIRST = /^(?:Kim|Xi|Li|Park|Yang|Wang|Moon|Ban|Hu|Zhang|Liu|Chen|Nguyen)$/;

/** The words by which a full name may be taken up again: mostly the last one. */
export function surnamesOf(name: string): readonly string[] {
  const words = name.split(' ');
  const first = words[0] ?? '';
  if (words.length < 2) return [name];
  if (SURNAME_FIRST.test(first)) return [first];
  const last = words.at(-1) ?? '';
  return /^(?:I{1,3}|Jr\.?)$/.test(last) ? [words.at(-2) ?? last] : [last];
}
