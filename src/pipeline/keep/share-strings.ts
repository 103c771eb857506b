/** Longer strings are words of one text, which no other has. */
const LONGEST = 64;

/**
 * Has each short string (ids, names, roles, rules) once in memory: what is parsed or found for one article
 * after the other has all of its own, and an archive repeats them by the million. The same values remain.
 */
export function openSharing(): <T extends object>(value: T) => T {
  const known = new Map<string, string>();
  const share = (text: string): string => {
    if (text.length > LONGEST) return text;
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
  // Plain data: lists and records. Lists are walked by number, which is many times faster.
  const visit = (parent: object): void => {
    if (Array.isArray(parent)) {
      for (let at = 0; at < parent.length; at++) {
        const value: unknown = parent[at];
        if (typeof value === 'string') parent[at] = share(value);
        else if (typeof value === 'object' && value !== null) visit(value);
      }
      return;
    }
    const values = parent as Record<string, unknown>;
    for (const key in values) {
      const value = values[key];
      if (typeof value === 'string') values[key] = share(value);
      else if (typeof value === 'object' && value !== null) visit(value);
    }
  };
  return (value) => {
    visit(value);
    return value;
  };
}
