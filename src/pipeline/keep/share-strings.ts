/** Longer strings are words of one text, which no other has. */
const LONGEST = 64;

/**
 * Has each short string (ids, names, roles, rules) once in memory: what is parsed or found for one article
 * after the other has all of its own, and an archive repeats them by the million. The same values remain.
 */
export function openSharing(): <T extends object>(value: T) => T {
  const known = new Map<string, string>();
  const visit = (parent: object): void => {
    // Plain data: lists and records.
    const values = parent as Record<string, unknown>;
    for (const key in values) {
      const value = values[key];
      if (typeof value === 'object' && value !== null) visit(value);
      if (typeof value !== 'string' || value.length > LONGEST) continue;
      const first = known.get(value);
      if (first === undefined) known.set(value, value);
      else values[key] = first;
    }
  };
  return (value) => {
    visit(value);
    return value;
  };
}
