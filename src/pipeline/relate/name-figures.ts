import type { FigureUnit } from '../language/figure-units.ts';
import type { CorpusFigures, Figure, NameEntry } from '../types.ts';
import type { CountryIndex } from './country-index.ts';
import type { ReadFigure } from './read-figures.ts';

/**
 * Units that are a measure in themselves: their numbers may stand side by side once subject and
 * place agree. All others (money, shares, people) also need the same number in the same words.
 */
const MEASURES = [
  'troops',
  'battalions',
  'deaths',
  'casualties',
  'civilians',
  'refugees',
  'prisoners',
  'tanks',
  'vehicles',
  'howitzers',
  'jets',
  'aircraft',
  'helicopters',
  'drones',
  'missiles',
  'warheads',
  'ships',
] as const satisfies readonly FigureUnit[];

/** What a title calls a unit whose normal form is a sign or a code. */
const UNIT_TITLES: Partial<Record<string, string>> = {
  '%': 'per cent',
  USD: 'US dollars',
  EUR: 'euros',
  GBP: 'pounds sterling',
  RUB: 'roubles',
  UAH: 'hryvnias',
} satisfies Partial<Record<FigureUnit, string>>;

const MEASURED: ReadonlySet<string> = new Set(MEASURES);

export function isMeasure(unit: string): boolean {
  return MEASURED.has(unit);
}

/** What is counted, in words: `per cent`, `troops`. */
export function titleUnit(unit: string): string {
  return UNIT_TITLES[unit] ?? unit;
}

/** Groups with their titles and ids, in order of their first figure. */
export function nameFigures(
  groups: readonly (readonly ReadFigure[])[],
  countries: CountryIndex,
  entries: readonly NameEntry[],
): CorpusFigures[] {
  const names = new Map(entries.flatMap(({ kind, id, name }) => (kind === 'places' ? [[id, name]] : [])));
  const taken = new Set<string>();
  return groups
    .map((group) => [...group].sort((a, b) => a.order - b.order))
    .sort(([a], [b]) => (a?.order ?? 0) - (b?.order ?? 0))
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      // Only measures are grouped by place. Money for Belmark is not money in Belmark.
      const place = isMeasure(first.figure.unit) ? group.find((read) => read.place)?.place : undefined;
      const subject = titleGroup(
        first,
        countries,
        place && {
          words: names.get(place.id) ?? place.id,
          near: place.near,
        },
      );
      const slug = slugTitle(subject);
      // Only a subject or a place makes a title that is the group's own.
      const hasOwn = first.owner !== undefined || place !== undefined;
      const isOwn = hasOwn && !taken.has(slug);
      const id = isOwn ? slug : `${slug}-${first.article.ref}-${first.figure.line}-${first.figure.start}`;
      taken.add(id);
      return [
        {
          id,
          // Numbers that neither subject nor place joined are one number: a unit alone would not say what is compared.
          title: hasOwn || group.length === 1 ? subject : capital(wordNumber(first.figure)),
          unit: first.figure.unit,
          whose: nameOwner(first, countries),
          place: place?.id,
          figures: group.map(({ article, figure }) => ({ ref: article.ref, figure })),
        },
      ];
    });
}

/** “Russian troops near Ukraine”, “Deaths in Donbas”, “Tanks”: subject and place, never a verdict. */
function titleGroup(
  read: ReadFigure,
  countries: CountryIndex,
  place: { words: string; near: boolean } | undefined,
): string {
  const subject = [nameOwner(read, countries), titleUnit(read.figure.unit)]
    .filter((words) => words !== undefined)
    .join(' ');
  const title = place === undefined ? subject : `${subject} ${place.near ? 'near' : 'in'} ${place.words}`;
  return capital(title);
}

/** “$5m” of “more than $5m”: another line says “about”. */
function wordNumber({ text, upper, qualifierText = '' }: Figure): string {
  return upper === undefined && text.startsWith(qualifierText)
    ? text.slice(qualifierText.length).trimStart()
    : text;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** “Ukrainian” for “Kyiv” and “Ukraine” alike; else the words as printed. */
function nameOwner({ figure, owner }: ReadFigure, countries: CountryIndex): string | undefined {
  const demonym = owner === undefined ? undefined : countries.entry(owner)?.demonyms?.[0];
  return demonym ?? figure.whose?.text;
}

function slugTitle(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
