/** What travels through the pipeline. Optional always means “not known”, never “not computed yet”. */
import type { VFile } from 'vfile';
import type { DateFact, Fact, LineRole, LineStatus, NameKind } from '../briefing.ts';

/** A line of the traced text after reading: exactly one decision, with its rule. */
export interface Line {
  /** 1-based line number in the traced text (the seed itself, or the extracted text of HTML and records). */
  readonly n: number;
  /** Normalised words (trimmed, single spaces; no-break spaces kept); empty for blank lines. */
  readonly text: string;
  readonly status: LineStatus;
  readonly role: LineRole;
  /** Rule that decided, for everything that is not a plain kept paragraph. */
  readonly rule?: string | undefined;
  /** The same for readers, one clause: “player notice”. */
  readonly reason?: string | undefined;
  readonly confidence: 'high' | 'medium' | 'low';
  /** A kept line that looks like boilerplate, listed for the editor. */
  readonly doubtful?: string | undefined;
  /** First line of the hard-wrapped paragraph that this line continues. */
  readonly joins?: number | undefined;
}

/** One verbatim kept unit: a paragraph (possibly joined from hard-wrapped lines) or a crosshead. */
export interface Passage {
  /** First and last line in the traced text; equal unless joined. */
  readonly line: number;
  readonly to: number;
  readonly text: string;
  readonly role: 'headline' | 'crosshead' | 'paragraph' | 'caption' | 'byline' | 'dateline' | 'attribution';
  /** Line of the crosshead that it stands under. */
  readonly under?: number | undefined;
  readonly themes: readonly PassageTheme[];
  /** BCP 47 where it differs from the article's. */
  readonly language?: string | undefined;
}

export interface PassageTheme {
  readonly id: string;
  readonly score: number;
  /** Terms that decided, as found in the text. */
  readonly terms: readonly string[];
}

export interface ArticleTheme {
  readonly id: string;
  readonly score: number;
  readonly terms: readonly string[];
  readonly lines: readonly number[];
}

/** Where a text came from; an absent fact is one that nobody states. */
export interface Source {
  /** Path below the seeds folder with `/`; for a record `file.jsonl#id`. */
  readonly seed: string;
  /** SHA-256 of the seed's bytes (of the traced text for a record), hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  /** What normalisation changed, in words with counts. */
  readonly normalised: readonly string[];
  readonly publisher?: Fact | undefined;
  readonly author?: Fact | undefined;
  readonly published?: DateFact | undefined;
  readonly url?: Fact | undefined;
}

/** How much of a source's words is published: all, the lines that the site cites, or its headline only. */
export type Republish = 'full' | 'quotations' | 'none';

/** A seed after reading. Everything in it is plain data but `file`, the mailbox of its messages. */
export interface Article {
  readonly file: VFile;
  readonly ref: string;
  readonly slug: string;
  readonly source: Source;
  /** The traced text, as published in raw.txt: lines joined by LF, otherwise as it arrived. */
  readonly raw: string;
  /** `derived`: the source has no headline and its first kept line stands in. */
  readonly headline: Fact & { readonly line: number };
  /** What was cut off a headline as publisher, “– VG”. */
  readonly headlineSuffix?: string | undefined;
  readonly language?: string | undefined;
  readonly lines: readonly Line[];
  /** Kept lines in order, captions (set aside) included at their place with role `caption`. */
  readonly passages: readonly Passage[];
  /** Strongest first; the first is the home theme. Empty = “No theme yet”. */
  readonly themes: readonly ArticleTheme[];
  readonly annotations: Annotations;
  readonly note?: EditorNote | undefined;
  /** What the editor says of this source; absent = as the site. */
  readonly republish?: Republish | undefined;
  readonly brief?: readonly string[] | undefined;
  /**
   * Digest of all that the article was made of, annotations included: as long as it is the same, so is the
   * article. Absent where nothing is kept from run to run, and where words of it are not republished.
   */
  readonly state?: string | undefined;
}

/** What the editor wrote about a source, above its words. */
export interface EditorNote {
  /** Markdown. */
  readonly text: string;
  readonly author?: string | undefined;
  /** ISO day. */
  readonly date?: string | undefined;
  /** File and line where it stands, for messages: `seeds/a.yaml:7`. */
  readonly at: string;
}

/** A theme file of the editor. */
export interface Theme {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  readonly definition: string;
  /**
   * Weighted terms; `*` at an end is a wildcard inside the word; several words are a phrase. One that
   * stands `alone` touches its theme by itself in an article that has another.
   */
  readonly terms: readonly {
    readonly term: string;
    readonly weight: number;
    readonly alone?: boolean | undefined;
  }[];
  /** Terms of which an article must hold one, or the theme's own (“talks”) may mean something else. */
  readonly needs: readonly string[];
  /** What its page lists as done by countries and organisations; absent = nothing. */
  readonly deeds?:
    | {
        /** Over the list, and over the column of names. */
        readonly title: string;
        readonly who: string;
        /** `deploy`, or with past and participle `withdraw/withdrew/withdrawn`. */
        readonly verbs: readonly string[];
        /** What they are done to; `*` at the end is a wildcard. */
        readonly objects: readonly string[];
      }
    | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  /** Markdown of the introduction. */
  readonly body: string;
  readonly comparisons: readonly {
    readonly title: string;
    readonly note?: string | undefined;
    readonly columns: readonly {
      readonly speaker: string;
      readonly role?: string | undefined;
      readonly note?: string | undefined;
      /** `000:15-16 'words'`: reference and the words that must stand there. */
      readonly lines: readonly { readonly cite: string; readonly words: string }[];
    }[];
  }[];
}

// ---- language: text → annotations, with offsets into the passage's text ----

/** An entry of `content/names/*.yaml`. */
export interface NameEntry {
  readonly id: string;
  readonly kind: NameKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Spellings that are printed but wrong; shown as printed, linked to the name. */
  readonly misspellings: readonly string[];
  readonly roles: readonly {
    readonly owner: string;
    readonly role: string;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  }[];
  /** A surname alone may stand for this person even where no full name is printed. */
  readonly prominent?: boolean | undefined;
  /** Guards: not a mention when followed / preceded by this (pattern), or inside these words. */
  readonly notBefore?: string | undefined;
  readonly notAfter?: string | undefined;
  readonly notIn?: readonly string[] | undefined;
  readonly demonyms?: readonly string[] | undefined;
  readonly capital?: string | undefined;
  /** File and line where the entry stands, for messages. */
  readonly at: string;
}

/** Line of an annotated place: passage by its first line, offsets in UTF-16 units of its text. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Mention extends Span {
  readonly text: string;
  readonly kind: NameKind;
  /** Id of the list entry, or a slug of the name found by cue (`found: true` then). */
  readonly id: string;
  readonly name: string;
  readonly found?: true | undefined;
  /** Role as printed right beside this mention of a person, verbatim. */
  readonly role?: (Span & { readonly text: string }) | undefined;
}

export interface Speaker {
  /** Id of a name on the list or found; absent where the speaker is words only (“the ministry”). */
  readonly id?: string | undefined;
  readonly kind?: NameKind | undefined;
  readonly name: string;
  /** Role as printed next to the name, verbatim, with its span. */
  readonly role?: (Span & { readonly text: string }) | undefined;
}

export interface Quotation {
  /** Verbatim words without the outer marks; parts of several passages joined by a space. */
  readonly text: string;
  readonly parts: readonly Span[];
  readonly kind: 'full' | 'partial' | 'headline' | 'scare';
  readonly speaker?: Speaker | undefined;
  /** Id of the sieve's rule that hit, or `none`. */
  readonly rule: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly dash?: true | undefined;
  readonly unclosed?: true | undefined;
}

export interface Figure extends Span {
  /** As written, number and unit words: `more than 100,000 soldiers`. */
  readonly text: string;
  readonly number: string;
  readonly value: number;
  readonly upper?: number | undefined;
  /** Unit in a normal form: `troops`, `deaths`, `people`, `USD`, `%`, `jets`… */
  readonly unit: string;
  readonly qualifier?: 'estimated' | 'more-than' | 'less-than' | 'range' | undefined;
  readonly qualifierText?: string | undefined;
  /** Whose forces, money…: `Russian`, with the name's id where it is one. */
  readonly whose?: { readonly text: string; readonly id?: string | undefined } | undefined;
  /** Id of the place the number is about, where the sentence says one. */
  readonly place?: string | undefined;
  /** Who claims it; absent = nobody is named in the sentence. */
  readonly claimant?: Speaker | undefined;
  readonly rule: string;
}

/** Printed time words: years, months, days; never turned into a date here unless one is stated. */
export interface DateWords extends Span {
  readonly text: string;
  readonly kind: 'year' | 'month' | 'day' | 'date';
  /** ISO year, month or day where the words (or a stated publication day) give one. */
  readonly date?: string | undefined;
}

/** Who takes part: a name, or a group in the words that are printed (“Nato foreign ministers”). */
export interface Party {
  /** The name, or the words as printed. */
  readonly text: string;
  readonly kind?: NameKind | undefined;
  readonly id?: string | undefined;
}

/** A sentence which reports that each of one side met, is to meet or talked with the other. */
export interface Meeting extends Span {
  readonly one: readonly Party[];
  readonly other: readonly Party[];
}

/** A sentence which reports that somebody does what a theme lists. */
export interface Deed extends Span {
  /** Id of the theme. */
  readonly theme: string;
  readonly who: Party & { readonly id: string; readonly kind: NameKind };
}

export interface Annotations {
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  readonly figures: readonly Figure[];
  readonly dates: readonly DateWords[];
  readonly meetings: readonly Meeting[];
  readonly deeds: readonly Deed[];
  /** Of every passage, in order; blanks between them are of none. */
  readonly sentences: readonly Span[];
}

// ---- relate: Article[] → Corpus ----

/** A passage of an article: `ref` and the first line of the passage. */
export interface At {
  readonly ref: string;
  readonly line: number;
}

/** One person, organisation or place across the corpus. */
export interface CorpusName {
  readonly kind: NameKind;
  readonly id: string;
  readonly name: string;
  /** Not on the editor's list: found by cue. */
  readonly found?: true | undefined;
  /** In order of article and line; captions are marked. */
  readonly mentions: readonly (At & {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly caption?: true | undefined;
  })[];
  /** Spellings as printed with counts, most frequent first. */
  readonly printedAs: readonly { readonly text: string; readonly count: number; readonly first: At }[];
  /** Spellings on the editor's list, printed or not: what a reader may type. */
  readonly knownAs?: readonly string[] | undefined;
  /** Roles as printed beside the name, each once per wording. */
  readonly roles: readonly (At & { readonly start: number; readonly end: number; readonly text: string })[];
}

/** The same words in several places (first = the fullest), or a quotation that stands once. */
export interface CorpusQuotation {
  readonly ref: string;
  readonly quotation: Quotation;
  readonly also: readonly { readonly ref: string; readonly quotation: Quotation }[];
}

/** Numbers that share measure, subject and place; `figures` in order of article and line. */
export interface CorpusFigures {
  /** Slug, stable: `russian-troops-near-ukraine`. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly whose?: string | undefined;
  readonly place?: string | undefined;
  readonly figures: readonly { readonly ref: string; readonly figure: Figure }[];
}

export interface LinkReason {
  readonly kind: 'quotation' | 'figure' | 'wire-copy' | 'names' | 'theme' | 'copy';
  /** For readers: what is shared. */
  readonly text: string;
  /** First lines of the passages on either end; never empty. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Directed view of a relation; both directions are present. Reasons strongest first, never empty. */
export interface CrossLink {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly reasons: readonly LinkReason[];
}

/** A verbatim sentence that carries much of its article. */
export interface KeyPoint extends Span {
  readonly ref: string;
  readonly text: string;
  readonly score: number;
}

/** A seed that is (nearly) another one. `exact` copies get no briefing of their own. */
export interface Copy {
  readonly seed: string;
  readonly ref?: string | undefined;
  /** Seed path of the article that it is a copy of. */
  readonly of: string;
  readonly kind: 'exact' | 'near' | 'contains';
  /** Jaccard of word triples, or containment. */
  readonly share: number;
}

export interface Corpus {
  readonly articles: readonly Article[];
  readonly names: readonly CorpusName[];
  readonly quotations: readonly CorpusQuotation[];
  readonly figures: readonly CorpusFigures[];
  readonly links: readonly CrossLink[];
  /** By reference; an article below the confidence threshold has no entry. */
  readonly keyPoints: ReadonlyMap<string, readonly KeyPoint[]>;
  readonly copies: readonly Copy[];
  /** Things that an editor should look at, most consequential first. */
  readonly findings: readonly {
    readonly ruleId: string;
    readonly ref?: string;
    readonly line?: number;
    readonly reason: string;
  }[];
}
