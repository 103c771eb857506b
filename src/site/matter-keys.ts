import type { Kind, Matter } from '../briefing.ts';

type MatterOf<K extends Kind> = Extract<Matter, { kind: K }>;

/** For every kind of page: its keys, and which of them must be there. The compiler checks it against the door. */
type Keys = {
  readonly [K in Kind]: {
    readonly [Key in keyof MatterOf<K>]-?: undefined extends MatterOf<K>[Key] ? 'optional' : 'required';
  };
};

const PAGE = {
  digest: 'optional',
  kind: 'required',
  path: 'required',
  title: 'required',
  description: 'required',
} as const;

const LIST_PAGE = { ...PAGE, parts: 'optional', part: 'optional' } as const;

/** What a page of each kind may carry at the top level; the pipeline guarantees what is inside. */
export const MATTER_KEYS: Keys = {
  home: {
    ...PAGE,
    statement: 'required',
    totals: 'required',
    allUndated: 'required',
    themes: 'required',
    noTheme: 'required',
    strips: 'required',
    figures: 'optional',
    matrix: 'optional',
    quotes: 'required',
  },
  themes: { ...LIST_PAGE, themes: 'required', noTheme: 'required' },
  theme: {
    ...LIST_PAGE,
    theme: 'required',
    definition: 'required',
    hasIntroduction: 'required',
    author: 'optional',
    date: 'optional',
    comparisons: 'required',
    figures: 'required',
    otherFigures: 'required',
    totals: 'required',
    briefings: 'required',
    touches: 'required',
    deeds: 'optional',
    tagged: 'required',
    terms: 'required',
    needs: 'required',
    printPath: 'required',
  },
  print: {
    ...LIST_PAGE,
    theme: 'required',
    definition: 'required',
    totals: 'required',
    tagged: 'required',
    takenOut: 'required',
  },
  briefing: {
    ...PAGE,
    ref: 'required',
    headline: 'required',
    theme: 'optional',
    touches: 'required',
    language: 'optional',
    publisher: 'optional',
    author: 'optional',
    published: 'optional',
    url: 'optional',
    counts: 'required',
    seed: 'required',
    sha256: 'required',
    sourcePath: 'required',
    republish: 'optional',
    ticks: 'required',
    lead: 'optional',
    brief: 'optional',
    gaps: 'required',
    notes: 'required',
    note: 'optional',
    quotes: 'required',
    names: 'required',
    related: 'required',
    previous: 'optional',
    next: 'optional',
    facets: 'required',
  },
  sources: {
    ...LIST_PAGE,
    totals: 'optional',
    rows: 'required',
    skipped: 'required',
    skippedMore: 'required',
    copies: 'required',
  },
  source: {
    ...PAGE,
    ref: 'required',
    headline: 'required',
    briefingPath: 'required',
    theme: 'optional',
    publisher: 'optional',
    author: 'optional',
    published: 'optional',
    url: 'optional',
    language: 'optional',
    dayWords: 'required',
    seed: 'required',
    sha256: 'required',
    bytes: 'required',
    encoding: 'required',
    normalised: 'required',
    counts: 'required',
    ticks: 'required',
    rules: 'required',
    lines: 'required',
    republish: 'optional',
    rawPath: 'optional',
    linesPath: 'required',
  },
  names: { ...PAGE, part: 'optional', groups: 'required' },
  name: {
    ...LIST_PAGE,
    nameKind: 'required',
    name: 'required',
    totals: 'required',
    roles: 'required',
    quotes: 'required',
    reported: 'required',
    meetings: 'required',
    captions: 'required',
    where: 'required',
    together: 'required',
    printedAs: 'required',
    speakers: 'required',
  },
  figures: { ...LIST_PAGE, groups: 'required', once: 'required' },
  quotes: {
    ...LIST_PAGE,
    most: 'optional',
    unattributedParts: 'optional',
    speakers: 'required',
    unattributed: 'required',
    sources: 'optional',
  },
  timeline: {
    ...PAGE,
    part: 'optional',
    calendarParts: 'optional',
    yearParts: 'optional',
    monthParts: 'optional',
    calendar: 'required',
    years: 'required',
    months: 'required',
  },
  search: { ...PAGE, themes: 'required', briefings: 'required', hasNames: 'required' },
  method: { ...PAGE, totals: 'required', rules: 'required', threshold: 'required', shortLine: 'required' },
  keyboard: PAGE,
  changes: { ...PAGE, sets: 'required' },
  former: { ...PAGE, ref: 'required', edition: 'required', to: 'optional' },
  own: PAGE,
};

/** What is wrong with a page's front matter, one clause each; empty when it is as the door says. */
export function findMatterFaults(data: unknown): string[] {
  if (data === null || typeof data !== 'object') return ['front matter must be a map'];
  const { kind } = data as { kind?: unknown };
  if (typeof kind !== 'string' || !Object.hasOwn(MATTER_KEYS, kind))
    return [`\`kind\` must be one of \`${Object.keys(MATTER_KEYS).join('`, `')}\``];
  // Own key, checked just above.
  const keys: Readonly<Record<string, string>> = MATTER_KEYS[kind as Kind];
  return [
    ...Object.keys(data)
      .filter((key) => !Object.hasOwn(keys, key))
      .map((key) => `a page of kind \`${kind}\` must not have \`${key}\``),
    ...Object.keys(keys)
      .filter((key) => keys[key] === 'required' && !Object.hasOwn(data, key))
      .map((key) => `a page of kind \`${kind}\` must have \`${key}\``),
  ];
}
