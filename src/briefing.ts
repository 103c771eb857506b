/**
 * THE DOOR between the pipeline and the site: what a page carries, and the components that its
 * MDX body may use. The pipeline writes these records as front matter into `content/briefings/`,
 * the site renders them and adds nothing that is not here. Neither side imports the other.
 *
 * Addresses are site-absolute without a base (`/sources/003/`); publish makes them page-relative.
 */

/** MDX components, each with string attributes only. Anything else in a body stops the build. */
export const MDX_COMPONENTS = {
  /**
   * A verbatim paragraph: `source` = reference, `line` = its (first) seed line, `to` = last
   * line of a joined range, `lang` = BCP 47 where it differs from the article's.
   */
  Passage: ['source', 'line', 'to', 'lang'],
  /** A heading of the source's own: same attributes. */
  Crosshead: ['source', 'line', 'to', 'lang'],
  /** One of many sentences of a line: `at` = line and number, the anchor `L1.4`. */
  Sentence: ['at'],
  /** First mention of a name in a section: `of` = address below the root, `people/sergei-lavrov`. */
  Mention: ['of'],
  /** Lines were taken out here; `at` = the first of them, key into `BriefingMatter.gaps`. */
  Gap: ['at'],
  /** What an editor wrote on a briefing: paragraphs, lists, quoted lines; who and when: `BriefingMatter.note`. */
  Note: [],
  /** Editor's quotation of a source by reference inside a note: `cite` = `003:39-43`. */
  Quoted: ['cite'],
} as const satisfies Record<string, readonly string[]>;

export type MdxComponent = keyof typeof MDX_COMPONENTS;

/**
 * A place in the sources in canonical ASCII form: `003:31`, a run `003:39-43`, a list `002:11,23,45-47`.
 * Shown with an en dash and spaces; links to `/sources/003/#L31`.
 */
export type Citation = string;

/**
 * Words of a source, verbatim. `text` is a substring of the cited lines joined by a space; the
 * verifier fails the build otherwise. `cutBefore`/`cutAfter` say that the line goes on, so that an
 * ellipsis (the site's, not the source's) is shown on that side.
 */
export interface Excerpt {
  readonly text: string;
  readonly cite: Citation;
  readonly cutBefore?: true | undefined;
  readonly cutAfter?: true | undefined;
}

/** Who says a fact: the text at a line, the editor, or derived by a stated rule. Absent = nobody says so. */
export type Standing = 'stated' | 'editor' | 'derived';

export interface Fact {
  readonly text: string;
  readonly standing: Standing;
  /** Seed line, for stated facts (absent where the metadata of an HTML page or record states it). */
  readonly line?: number | undefined;
}

export interface DateFact extends Fact {
  /** ISO 8601 day, `2022-02-15`. */
  readonly date: string;
}

export type LineStatus = 'kept' | 'set-aside' | 'removed' | 'blank';

export type LineRole =
  | 'headline'
  | 'crosshead'
  | 'paragraph'
  | 'caption'
  | 'clip-title'
  | 'author-box'
  | 'byline'
  | 'dateline'
  | 'attribution'
  | 'boilerplate';

export interface Counts {
  /** All lines of the seed = kept + setAside + removed + blank. */
  readonly lines: number;
  readonly withText: number;
  readonly kept: number;
  readonly setAside: number;
  readonly removed: number;
}

/** One tick of the line strip: seed line, status, characters, and whether it is a heading. */
export interface Tick {
  readonly line: number;
  readonly status: LineStatus;
  readonly length: number;
  readonly heading?: true | undefined;
}

/** A followed theme, enough to draw its chip. `slot` counts from 1 in the editor's order. */
export interface ThemeChip {
  readonly id: string;
  readonly title: string;
  readonly slot: number;
}

/** A line that was taken out, with its reason in words for readers. `text` is the raw line. */
export interface TakenOut {
  readonly line: number;
  readonly status: 'set-aside' | 'removed';
  readonly role: LineRole;
  readonly rule: string;
  readonly reason: string;
  readonly text: string;
}

/** A briefing as lists show it. */
export interface BriefingCard {
  readonly ref: string;
  readonly path: string;
  readonly headline: Headline;
  readonly theme?: ThemeChip | undefined;
  readonly publisher?: Fact | undefined;
  readonly published?: DateFact | undefined;
  readonly counts: Counts;
  readonly excerpt?: Excerpt | undefined;
}

/** `derived` when the source has none and its first kept line stands in. */
export interface Headline extends Fact {
  /** Absent for a headline of the editor's: these are no words of the source. */
  readonly cite?: Citation | undefined;
}

export type NameKind = 'people' | 'organisations' | 'places';

export interface NameLink {
  readonly kind: NameKind;
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** A name as a list shows it: kept lines that print it. */
export interface NameCount extends NameLink {
  readonly lines: number;
  readonly first: Citation;
}

export interface QuoteCard {
  /** One a paragraph, with the source's own marks. */
  readonly words: readonly Excerpt[];
  /** All lines of the quotation. */
  readonly cite: Citation;
  /** Extra places with the same words (wire copy), each with its own wording. */
  readonly also: readonly Excerpt[];
  readonly speaker?: NameLink | undefined;
  /** Where the speaker is words that are no name on the list (“a senior EU official”). */
  readonly speakerWords?: string | undefined;
  /** The role as printed beside the name in that source. */
  readonly role?: Excerpt | undefined;
  readonly kind: 'full' | 'partial' | 'headline';
  readonly rule: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** “The source prints a dash, no quotation marks” and the like. */
  readonly note?: string | undefined;
}

export interface FigureRow {
  /** As written: `150,000`. */
  readonly text: string;
  readonly value: number;
  readonly upper?: number | undefined;
  readonly mark: 'stated' | 'estimated' | 'more-than' | 'less-than' | 'range';
  readonly qualifier?: string | undefined;
  readonly unit: string;
  readonly words: Excerpt;
  /** Whose number; absent = nobody is named in the sentence. */
  readonly claimant?: { readonly text: string; readonly name?: NameLink | undefined } | undefined;
}

export interface FigureGroup {
  readonly id: string;
  /** The subject, in the site's words from the unit and whose: “Russian troops near Ukraine”. */
  readonly title: string;
  /** One of the fixed templates: same number, different numbers, whose. Never a verdict. */
  readonly sentence: string;
  /** Upper end of the common scale from zero; absent = all values equal, no scale is drawn. */
  readonly scale?: number | undefined;
  /** Where it stands: `/figures/#russian-troops-near-ukraine`. */
  readonly path: string;
  /** How many rows stand at `path`, where they are too many to stand here. */
  readonly elsewhere?: number | undefined;
  readonly rows: readonly FigureRow[];
}

/** A sentence with those whom it reports on. */
export interface ReportRow {
  readonly who: readonly {
    readonly text: string;
    readonly name?: NameLink | undefined;
    /** Where `text` is no name but words of the source: “Nato foreign ministers”. */
    readonly cite?: Citation | undefined;
  }[];
  readonly words: Excerpt;
}

export interface SideNote {
  readonly line: number;
  readonly label: string;
  readonly words?: Excerpt | undefined;
  readonly text?: string | undefined;
}

/** A reason names what is shared and opens at the passage on both ends. */
export interface Reason {
  readonly kind: 'quotation' | 'figure' | 'wire-copy' | 'names' | 'theme' | 'copy';
  readonly text: string;
  readonly here: Citation;
  readonly there: Citation;
}

export interface Related {
  readonly ref: string;
  readonly path: string;
  readonly headline: Headline;
  readonly theme?: ThemeChip | undefined;
  readonly reasons: readonly Reason[];
}

export interface TaggedLine {
  readonly words: Excerpt;
  readonly terms: readonly string[];
}

/** Lines that a theme tags, grouped by briefing and crosshead. */
export interface TaggedGroup {
  readonly briefing: BriefingCard;
  readonly sections: readonly {
    readonly crosshead?: Excerpt | undefined;
    readonly lines: readonly TaggedLine[];
  }[];
}

/** A comparison that the editor chose in a theme's file. */
export interface Comparison {
  readonly title: string;
  readonly note?: string | undefined;
  readonly columns: readonly {
    readonly speaker: string;
    readonly name?: NameLink | undefined;
    readonly role?: string | undefined;
    readonly words: readonly Excerpt[];
    readonly note?: string | undefined;
  }[];
}

/** One of the pages that a long list is cut into; it keeps its address as the list grows. */
export interface PartLink {
  readonly path: string;
  /** What it holds: `000100–000199`, `February 2022`, `3 March 2022, part 2 of 5`, `Sa`. */
  readonly label: string;
  /** How much it holds, where all parts are listed. */
  readonly count?: number | undefined;
}

/** Where a part stands: on a page that is one, beside the words of the list that it is cut from. */
export interface PartOf {
  readonly whole: { readonly path: string; readonly title: string };
  /** The parts around this one, which is among them; all, where they are few. */
  readonly near: readonly PartLink[];
  readonly previous?: PartLink | undefined;
  readonly next?: PartLink | undefined;
}

interface Page {
  /** SHA-256 of the file after this line: tells the writer a page that was edited by hand. */
  readonly digest?: string | undefined;
  /** Address from the root with slashes at both ends: `/themes/sanctions/`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

/** A page whose list may be cut: the page of the whole then has `parts` in place of the list, each part has `part`. */
interface ListPage extends Page {
  readonly parts?: readonly PartLink[] | undefined;
  readonly part?: PartOf | undefined;
}

export interface HomeMatter extends Page {
  readonly kind: 'home';
  readonly statement: string;
  readonly totals: Counts & { readonly briefings: number };
  readonly allUndated: boolean;
  readonly themes: readonly {
    readonly chip: ThemeChip;
    readonly path: string;
    readonly definition: string;
    readonly briefings: readonly BriefingCard[];
    readonly total: number;
    readonly also: readonly { readonly ref: string; readonly path: string; readonly cite: Citation }[];
  }[];
  readonly noTheme: readonly BriefingCard[];
  /** Empty above a dozen articles: one total bar takes their place. */
  readonly strips: readonly { readonly card: BriefingCard; readonly ticks: readonly Tick[] }[];
  readonly figures?: FigureGroup | undefined;
  readonly matrix?:
    | {
        readonly columns: readonly {
          readonly label: string;
          readonly path: string;
          readonly title: string;
        }[];
        readonly rows: readonly {
          readonly name: NameLink;
          readonly cells: readonly { readonly count: number; readonly cite?: Citation }[];
        }[];
      }
    | undefined;
  readonly quotes: readonly QuoteCard[];
}

/** A part holds briefings without a theme alone. */
export interface ThemesMatter extends ListPage {
  readonly kind: 'themes';
  readonly themes: readonly {
    readonly chip: ThemeChip;
    readonly path: string;
    readonly definition: string;
    readonly briefings: number;
    readonly touched: number;
    readonly lines: number;
  }[];
  readonly noTheme: readonly BriefingCard[];
}

/** Body: the editor's introduction. Of a theme in parts, lists hold the newest alone; a part holds tagged lines alone. */
export interface ThemeMatter extends ListPage {
  readonly kind: 'theme';
  readonly theme: ThemeChip;
  readonly definition: string;
  readonly hasIntroduction: boolean;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly comparisons: readonly Comparison[];
  readonly figures: readonly FigureGroup[];
  /** Groups that stand on the page of figures alone. */
  readonly otherFigures: readonly { readonly title: string; readonly path: string }[];
  readonly totals: { readonly briefings: number; readonly touches: number; readonly lines: number };
  readonly briefings: readonly BriefingCard[];
  readonly touches: readonly { readonly card: BriefingCard; readonly cite: Citation }[];
  /** What countries and organisations are reported to do, of what the theme's file lists; absent where that is less than two sentences. */
  readonly deeds?:
    | {
        readonly title: string;
        /** Over the names. */
        readonly who: string;
        readonly rows: readonly ReportRow[];
        /** Sentences in all: of a theme in parts, the rows are the newest alone. */
        readonly total: number;
      }
    | undefined;
  readonly tagged: readonly TaggedGroup[];
  readonly terms: readonly { readonly term: string; readonly weight: number; readonly lines: number }[];
  /** Terms of which an article must hold one; none if any article may have the theme. */
  readonly needs: readonly string[];
  readonly printPath: string;
}

/** Every kept line of a theme with its references, ready to print. */
export interface PrintMatter extends ListPage {
  readonly kind: 'print';
  readonly theme: ThemeChip;
  readonly definition: string;
  /** Of the page, or of all parts. */
  readonly totals: { readonly briefings: number; readonly lines: number };
  readonly tagged: readonly TaggedGroup[];
  readonly takenOut: readonly { readonly card: BriefingCard; readonly lines: readonly TakenOut[] }[];
}

/** Body: the passages. */
export interface BriefingMatter extends Page {
  readonly kind: 'briefing';
  readonly ref: string;
  readonly headline: Headline;
  readonly theme?: ThemeChip | undefined;
  readonly touches: readonly { readonly theme: ThemeChip; readonly path: string; readonly cite: Citation }[];
  readonly language?: string | undefined;
  readonly publisher?: Fact | undefined;
  readonly author?: Fact | undefined;
  readonly published?: DateFact | undefined;
  readonly url?: Fact | undefined;
  readonly counts: Counts;
  readonly seed: string;
  readonly sha256: string;
  readonly sourcePath: string;
  /** Only the lines that the site cites, or only the headline, are published; absent = all. */
  readonly republish?: 'quotations' | 'none' | undefined;
  readonly ticks: readonly Tick[];
  readonly lead?: number | undefined;
  readonly brief?: { readonly rule: string; readonly points: readonly Excerpt[] } | undefined;
  readonly gaps: readonly { readonly at: string; readonly lines: readonly TakenOut[] }[];
  readonly notes: readonly SideNote[];
  /** Who wrote the editor's note in the body, and when; absent where there is none or neither is stated. */
  readonly note?: { readonly author?: string | undefined; readonly date?: string | undefined } | undefined;
  readonly quotes: readonly QuoteCard[];
  readonly names: readonly NameCount[];
  readonly related: readonly Related[];
  readonly previous?: { readonly path: string; readonly headline: Headline } | undefined;
  readonly next?: { readonly path: string; readonly headline: Headline } | undefined;
  /** Search facets beside theme and publisher. */
  readonly facets: {
    readonly people: readonly string[];
    readonly organisations: readonly string[];
    readonly places: readonly string[];
  };
}

export interface SourcesMatter extends ListPage {
  readonly kind: 'sources';
  /** Of all sources; absent on a part. */
  readonly totals?: Counts | undefined;
  readonly rows: readonly {
    readonly card: BriefingCard;
    readonly sourcePath: string;
    readonly seed: string;
    readonly notStated: readonly string[];
  }[];
  readonly skipped: readonly { readonly seed: string; readonly reason: string }[];
  /** How many more were skipped than are listed. */
  readonly skippedMore: number;
  readonly copies: readonly { readonly seed: string; readonly of: string; readonly path: string }[];
}

/** One raw line on a source page. `rule`/`reason` for what was taken out or doubtful. */
export interface SourceLine {
  readonly line: number;
  readonly status: LineStatus;
  readonly role: LineRole;
  readonly text: string;
  readonly rule?: string | undefined;
  readonly reason?: string | undefined;
  /** First line of the hard-wrapped paragraph that this line continues: its anchor in the briefing. */
  readonly joins?: number | undefined;
  /** The pipeline was not sure; listed for the editor. */
  readonly doubtful?: true | undefined;
}

export interface SourceMatter extends Page {
  readonly kind: 'source';
  readonly ref: string;
  readonly headline: Headline;
  readonly briefingPath: string;
  readonly theme?: ThemeChip | undefined;
  readonly publisher?: Fact | undefined;
  readonly author?: Fact | undefined;
  readonly published?: DateFact | undefined;
  readonly url?: Fact | undefined;
  readonly language?: string | undefined;
  /** “yesterday’s”, “on Tuesday”: words that need a date which nobody states. */
  readonly dayWords: readonly Excerpt[];
  readonly seed: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  /** What normalisation changed, in words with counts: “3 no-break spaces”. */
  readonly normalised: readonly string[];
  readonly counts: Counts;
  readonly ticks: readonly Tick[];
  readonly rules: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly status: 'set-aside' | 'removed';
    readonly lines: readonly number[];
  }[];
  readonly lines: readonly SourceLine[];
  /** As on the briefing; the words of other lines are empty then, and there is no raw text. */
  readonly republish?: 'quotations' | 'none' | undefined;
  readonly rawPath?: string | undefined;
  readonly linesPath: string;
}

/** A name in the list of all. */
export interface ListedName extends NameLink {
  readonly briefings: number;
  readonly lines: number;
}

export interface NamesMatter extends Page {
  readonly kind: 'names';
  readonly part?: PartOf | undefined;
  readonly groups: readonly {
    readonly kind: NameKind;
    readonly letters: readonly { readonly letter: string; readonly names: readonly ListedName[] }[];
    /** Of names that are too many for the page, those that most briefings print; `letters` is empty then. */
    readonly most?: readonly ListedName[] | undefined;
    readonly parts?: readonly PartLink[] | undefined;
  }[];
}

/** A person, organisation or place: everything the sources print about the name. */
export interface NameMatter extends ListPage {
  readonly kind: 'name';
  readonly nameKind: NameKind;
  readonly name: string;
  /** Of the page, or of all parts. */
  readonly totals: { readonly briefings: number; readonly lines: number };
  readonly roles: readonly Excerpt[];
  readonly quotes: readonly QuoteCard[];
  readonly reported: readonly Excerpt[];
  /** Sentences which report that it met, is to meet or talked with `who`; empty where they are fewer than two. */
  readonly meetings: readonly ReportRow[];
  readonly captions: readonly Excerpt[];
  readonly where: readonly {
    readonly card: BriefingCard;
    readonly lines: Citation;
    readonly count: number;
  }[];
  readonly together: readonly NameCount[];
  readonly printedAs: readonly { readonly text: string; readonly count: number; readonly first: Citation }[];
  readonly speakers: readonly NameCount[];
}

/** In parts: by what is counted, and a part for each group that is long. */
export interface FiguresMatter extends ListPage {
  readonly kind: 'figures';
  readonly groups: readonly FigureGroup[];
  readonly once: readonly FigureRow[];
}

export interface QuotesMatter extends ListPage {
  readonly kind: 'quotes';
  /** Of a list in parts, those whose words are quoted most. */
  readonly most?:
    | readonly { readonly name: string; readonly path: string; readonly count: number }[]
    | undefined;
  /** Quotations without a speaker, if they are too many for the page. */
  readonly unattributedParts?: readonly PartLink[] | undefined;
  readonly speakers: readonly {
    readonly id: string;
    readonly name: string;
    readonly link?: NameLink | undefined;
    readonly quotes: readonly QuoteCard[];
  }[];
  readonly unattributed: readonly QuoteCard[];
  /** All that print a quotation of this page, newest first, to choose among; absent where there is one. */
  readonly sources?: readonly Pick<BriefingCard, 'ref' | 'headline' | 'theme'>[] | undefined;
}

export interface TimelineMatter extends Page {
  readonly kind: 'timeline';
  readonly part?: PartOf | undefined;
  /** Where a band stands that is too long for the page, which then holds nothing of it but the newest sources. */
  readonly calendarParts?: readonly PartLink[] | undefined;
  readonly yearParts?: readonly PartLink[] | undefined;
  readonly monthParts?: readonly PartLink[] | undefined;
  readonly calendar: readonly { readonly date: string; readonly card: BriefingCard }[];
  readonly years: readonly { readonly label: string; readonly words: readonly Excerpt[] }[];
  readonly months: readonly { readonly label: string; readonly words: readonly Excerpt[] }[];
}

export interface SearchMatter extends Page {
  readonly kind: 'search';
  readonly themes: readonly { readonly chip: ThemeChip; readonly path: string }[];
  /** Empty where they are too many: the list of sources has them in parts. */
  readonly briefings: readonly BriefingCard[];
  readonly hasNames: boolean;
}

export interface MethodMatter extends Page {
  readonly kind: 'method';
  readonly totals: Counts & { readonly briefings: number };
  readonly rules: readonly {
    readonly id: string;
    readonly status: 'set-aside' | 'removed';
    readonly reason: string;
    /** One sentence: what the rule looks at, and when a line falls to it. */
    readonly explains: string;
    readonly lines: number;
    readonly sources: number;
    /** Its first line in each of the first sources. */
    readonly first: readonly Citation[];
    readonly example?: { readonly text: string; readonly cite: Citation } | undefined;
  }[];
  readonly threshold: { readonly passage: number; readonly article: number };
  /** Characters that a “short line” of the rules has at most, and a sentence that is one has fewer than. */
  readonly shortLine: { readonly line: number; readonly sentence: number };
}

export interface KeyboardMatter extends Page {
  readonly kind: 'keyboard';
}

/** A source in a list of changes. */
export interface ChangedSource {
  readonly ref: string;
  /** Where it stands now, or where a page says what became of it. */
  readonly path: string;
  /** Absent where it is not published anymore. */
  readonly headline?: Headline | undefined;
  /** Lines that were kept and are not, or the other way round, as far as they stand in the present text. */
  readonly status: { readonly count: number; readonly cite?: Citation | undefined };
  /** Lines with words that are new, or gone. */
  readonly added: number;
  readonly gone: number;
  /** The address of its briefing changed. */
  readonly moved?: true | undefined;
}

/** What is different in an edition, or since the last one, from the edition before. */
export interface ChangeSet {
  /** Absent for what was not recorded yet. */
  readonly edition?: { readonly number: number; readonly name: string } | undefined;
  /** Name of the edition that it is compared with; absent for the first. */
  readonly since?: string | undefined;
  /** Sources in all. */
  readonly sources: number;
  /** Empty for the first edition, in which everything is new. */
  readonly added: readonly ChangedSource[];
  readonly changed: readonly ChangedSource[];
  readonly withdrawn: readonly ChangedSource[];
  /** Lines that changed status. */
  readonly statusLines: number;
}

export interface ChangesMatter extends Page {
  readonly kind: 'changes';
  /** Newest first. */
  readonly sets: readonly ChangeSet[];
}

/** At an address that an edition had and the site has no more: says so, without words of a source. */
export interface FormerMatter extends Page {
  readonly kind: 'former';
  readonly ref: string;
  /** Last edition with this address. */
  readonly edition: string;
  /** Where the text stands now; absent = withdrawn. */
  readonly to?: { readonly ref: string; readonly path: string } | undefined;
}

/** A page of the editor's own (about, contact). Body: Markdown of `content/pages/`. */
export interface OwnMatter extends Page {
  readonly kind: 'own';
}

export type Matter =
  | HomeMatter
  | ThemesMatter
  | ThemeMatter
  | PrintMatter
  | BriefingMatter
  | SourcesMatter
  | SourceMatter
  | NamesMatter
  | NameMatter
  | FiguresMatter
  | QuotesMatter
  | TimelineMatter
  | SearchMatter
  | MethodMatter
  | KeyboardMatter
  | ChangesMatter
  | FormerMatter
  | OwnMatter;

export type Kind = Matter['kind'];

/**
 * What every page's frame shows, written once to `content/briefings/site.json`.
 */
export interface Frame {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Canonical address with a trailing slash; absent = unknown, no canonical links. */
  readonly address?: string | undefined;
  /** Briefings have cards for links to them, as home and the themes have where the address is known. */
  readonly cards?: true | undefined;
  readonly contact?: string | undefined;
  readonly footer?: string | undefined;
  readonly logo?: string | undefined;
  readonly themes: readonly (ThemeChip & { readonly path: string })[];
  /** Pages that exist: the navigation shows no link without a page. */
  readonly has: {
    readonly figures: boolean;
    readonly quotes: boolean;
    readonly timeline: boolean;
    readonly names: boolean;
    readonly changes: boolean;
  };
  readonly own: readonly { readonly path: string; readonly title: string }[];
}
