import { addTo } from '../add-to.ts';
import type { Article, Corpus, CorpusQuotation, Quotation } from '../types.ts';
import { countHashes, type HashCounts } from './index-hashes.ts';
import { countShared, hashTriples } from './shingles.ts';
import { isStopWord, splitTerms, type Vocabulary } from './terms.ts';

/** Fewest words that can be called the same quotation, by what is known of the speakers. */
const FEWEST_WORDS = { same: 2, unknown: 5, different: 12 } as const;
/** Two wordings of one quotation share at least this part of the shorter one's word triples. */
const SHARED_TRIPLES = 0.6;
/** Below this many words only identical or contained words count: three triples prove nothing. */
const FEWEST_FOR_WORDING = 8;
/** Triples looked up for one quotation, rarest first. */
const LOOKUPS = 5;
/** A triple that stands in more quotations is a turn of phrase. */
const MOST_HOLDERS = 60;

interface Read {
  readonly article: number;
  readonly ref: string;
  readonly quotation: Quotation;
  readonly words: readonly string[];
  /** Words between blanks, for containment as whole words. */
  readonly joined: string;
  readonly triples: Uint32Array;
  /** Place in the order of articles and lines. */
  readonly order: number;
}

/**
 * Quotations of all articles, each once: the same words in several places are one entry whose
 * first is the fullest, with every other wording beside it. Words are the same where they are
 * equal, where one holds the other, or where most of their word triples agree; speakers must not
 * contradict each other unless the words are long enough to be proof.
 */
export function groupQuotations(
  articles: readonly Article[],
  vocabulary: Vocabulary,
): {
  quotations: CorpusQuotation[];
  findings: Corpus['findings'];
} {
  const all: Read[] = [];
  articles.forEach((article, index) => {
    for (const quotation of article.annotations.quotations) {
      const terms = splitTerms(quotation.text, vocabulary);
      const words = terms.map((term) => term.word);
      all.push({
        article: index,
        ref: article.ref,
        quotation,
        words,
        joined: ` ${words.join(' ')} `,
        triples: hashTriples(terms.map((term) => term.hash)),
        order: all.length,
      });
    }
  });

  const holdersOf = countHashes(all.map(({ triples }) => triples));
  const heads = new Map<number | string, Read[]>();
  const groups = new Map<Read, Read[]>();
  // Fullest first: each joins a head or becomes one, so that a short phrase can never tie two long ones.
  const byLength = [...all].sort((a, b) => b.words.length - a.words.length || a.order - b.order);
  for (const read of byLength) {
    const keys = lookupKeys(read, holdersOf);
    const head = findHead(read, keys, heads);
    if (head) {
      groups.get(head)?.push(read);
      continue;
    }
    groups.set(read, [read]);
    for (const key of headKeys(read, holdersOf)) {
      addTo(heads, key, read);
    }
  }

  const findings: Corpus['findings'][number][] = [];
  const quotations = [...groups]
    .sort(([a], [b]) => a.order - b.order)
    .map(([head, members]) => {
      const also = members.slice(1).sort((a, b) => a.order - b.order);
      for (const other of also) {
        if (compareSpeakers(head.quotation, other.quotation) !== 'different') continue;
        findings.push({
          ruleId: 'quotation-two-speakers',
          ref: other.ref,
          line: other.quotation.parts[0]?.line ?? 1,
          reason: `the same words are ascribed to \`${head.quotation.speaker?.name}\` in ${head.ref} and to \`${other.quotation.speaker?.name}\` here: check both speakers`,
        });
      }
      return {
        ref: head.ref,
        quotation: head.quotation,
        also: also.map(({ ref, quotation }) => ({ ref, quotation })),
      };
    });
  return { quotations, findings };
}

/** The whole, then the rarest triples; pairs of words with the speaker where there is no triple. */
function lookupKeys(read: Read, holdersOf: HashCounts): (number | string)[] {
  if (read.words.length < 3) return pairKeys(read);
  return [read.joined, ...rareTriples(read, holdersOf).slice(0, LOOKUPS)];
}

function headKeys(read: Read, holdersOf: HashCounts): (number | string)[] {
  return [read.joined, ...rareTriples(read, holdersOf), ...pairKeys(read)];
}

function rareTriples(read: Read, holdersOf: HashCounts): number[] {
  return [...read.triples]
    .filter((triple) => holdersOf(triple) > 1 && holdersOf(triple) <= MOST_HOLDERS)
    .sort((a, b) => holdersOf(a) - holdersOf(b) || a - b);
}

/** Two words are the same quotation only of the same named speaker. */
function pairKeys({ words, quotation }: Read): string[] {
  const speaker = quotation.speaker?.id;
  if (speaker === undefined || words.length > 12) return [];
  return words.slice(1).map((word, i) => `${speaker} ${words[i]} ${word}`);
}

function findHead(
  read: Read,
  keys: readonly (number | string)[],
  heads: ReadonlyMap<number | string, readonly Read[]>,
): Read | undefined {
  const seen = new Set<Read>();
  let best: Read | undefined;
  for (const key of keys)
    for (const head of heads.get(key) ?? []) {
      if (seen.has(head)) continue;
      seen.add(head);
      if (isSame(head, read) && (!best || head.order < best.order)) best = head;
    }
  return best;
}

/** Whether `part` has the words of `head`, all or some of them. */
function isSame(head: Read, part: Read): boolean {
  const fewest = FEWEST_WORDS[compareSpeakers(head.quotation, part.quotation)];
  if (part.words.length < fewest) return false;
  if (part.words.every(isStopWord)) return false;
  if (head.joined.includes(part.joined)) return true;
  if (part.words.length < FEWEST_FOR_WORDING) return false;
  return countShared(head.triples, part.triples) >= part.triples.length * SHARED_TRIPLES;
}

function compareSpeakers(a: Quotation, b: Quotation): keyof typeof FEWEST_WORDS {
  if (a.speaker?.id === undefined || b.speaker?.id === undefined) return 'unknown';
  return a.speaker.id === b.speaker.id ? 'same' : 'different';
}
