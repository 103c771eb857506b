import { remember } from '../../remember.ts';
import type { Passage } from '../../types.ts';
import type { NameIndex } from './index-names.ts';
import { bySurname, markFullNames } from './mark-names.ts';
import { keyName } from './name-key.ts';
import { type RoleFact, readRoles } from './role-phrases.ts';
import type { Person } from './spots.ts';

/** What one article states in full: people by name, and who holds which office. */
export interface CollectedNames {
  readonly people: readonly Person[];
  readonly roles: readonly RoleFact[];
}

/** The same for all articles, ready to be asked. */
export interface CorpusNames {
  readonly bySurname: ReadonlyMap<string, readonly Person[]>;
  /** By key of the full name, for spellings that differ between articles. */
  readonly byKey: ReadonlyMap<string, Person>;
  /** Office (`owner role`) → ids of the people whom articles name with it. */
  readonly roles: ReadonlyMap<string, readonly Person[]>;
  /** Found names that the key rule joined, with every spelling: `merged` names are reported. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

/** What an article asks of the others, and nothing else: so the questions can be written down. */
export interface KnownNames {
  readonly bySurname: Pick<CorpusNames['bySurname'], 'get'>;
  readonly roles: Pick<CorpusNames['roles'], 'get'>;
}

/** First pass over an article. Its result is small: keep it, merge it, then annotate. */
export function collectNames(passages: readonly Passage[], index: NameIndex): CollectedNames {
  const article = markFullNames(passages, index);
  return { people: [...article.people.values()], roles: readRoles(article, index) };
}

/** Merges what the articles state, in their order: the first spelling of a found name stands. */
export function mergeNames(collected: readonly CollectedNames[]): CorpusNames {
  const byKey = new Map<string, Person>();
  const keyOfName = remember(keyName);
  const spellings = new Map<string, Set<string>>();
  const roles = new Map<string, Person[]>();
  for (const { people } of collected) {
    for (const person of people) {
      const key = keyOfName(person.name);
      const known = byKey.get(key);
      if (person.found) {
        const names = spellings.get(known?.id ?? person.id) ?? new Set();
        spellings.set(known?.id ?? person.id, names.add(person.name));
      }
      if (!known) byKey.set(key, person);
      else {
        const surnames = [...new Set([...known.surnames, ...person.surnames])];
        byKey.set(key, { ...(known.found && !person.found ? person : known), surnames });
      }
    }
  }
  for (const fact of collected.flatMap((article) => article.roles)) {
    const person = byKey.get(keyOfName(fact.person.name)) ?? fact.person;
    const list = roles.get(fact.office) ?? [];
    if (!list.some((other) => other.id === person.id)) roles.set(fact.office, [...list, person]);
  }
  return {
    bySurname: bySurname([...byKey.values()]),
    byKey,
    roles,
    spellings: new Map(
      [...spellings].filter(([, names]) => names.size > 1).map(([id, names]) => [id, [...names]]),
    ),
  };
}
