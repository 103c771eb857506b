/** The last queries of this device. Storage may be forbidden or full: then there are none. */
const KEY = 'recent-queries';
const MOST = 6;

export function readRecentQueries(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepRecentQuery(query: string): void {
  const text = query.trim();
  if (text.length < 2 || text.length > 100) return;
  store([text, ...readRecentQueries().filter((known) => known !== text)].slice(0, MOST));
}

export function clearRecentQueries(): void {
  store([]);
}

function store(queries: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Nothing is kept then.
  }
}
