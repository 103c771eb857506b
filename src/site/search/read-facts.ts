/** What the briefings of a site can be narrowed by, as `facts.json` lists it. */
export interface Facts {
  /** Values of a fact, those of most briefings first. */
  readonly values: (fact: string) => readonly string[];
  /** References of the briefings that have a value. */
  readonly having: (fact: string, value: string) => ReadonlySet<string>;
}

interface FactsFile {
  readonly refs: readonly string[];
  readonly facts: Readonly<
    Record<string, { readonly values: readonly string[]; readonly of: readonly (readonly number[])[] }>
  >;
}

export async function readFacts(address: URL): Promise<Facts> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no facts: ${response.status}`);
  // The publication of the site wrote this file.
  const { refs, facts } = (await response.json()) as FactsFile;
  const sets = new Map<string, readonly Set<string>[]>();
  const none = new Set<string>();
  /** Briefings by value, in the order of the values. */
  const setsOf = (fact: string): readonly Set<string>[] => {
    const known = sets.get(fact);
    if (known !== undefined) return known;
    const listed = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    const made = listed?.values.map(() => new Set<string>()) ?? [];
    for (const [index, values] of listed?.of.entries() ?? [])
      for (const value of values) made[value]?.add(refs[index] ?? '');
    sets.set(fact, made);
    return made;
  };
  const values = (fact: string): readonly string[] =>
    Object.hasOwn(facts, fact) ? (facts[fact]?.values ?? []) : [];
  return { values, having: (fact, value) => setsOf(fact)[values(fact).indexOf(value)] ?? none };
}
