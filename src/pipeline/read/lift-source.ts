/**
 * Lifts what the text says about itself: publisher, author, publication day. Only what is printed in
 * so many words is taken, with its line; cited outlets, author boxes and navigation never are.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { DateFact, Fact } from '../../briefing.ts';
import { parseStatedDate } from './parse-stated-date.ts';
import { decide, isUndecided, linesOf, type SeedLine, type Verdict } from './seed-line.ts';
import { cutOutlet, isOutletLine, readPublisher } from './stated-publisher.ts';
import { isRunningText, shareInText } from './structure.ts';

declare module 'vfile' {
  interface DataMap {
    publisher: Fact | undefined;
    author: Fact | undefined;
    published: DateFact | undefined;
    url: Fact | undefined;
  }
}

export function liftSource() {
  return (tree: Root, file: VFile): void => {
    const lines = linesOf(tree);
    liftPublisher(lines, file);
    const headline = file.data.headlineLine;
    const start = headline ? lines.indexOf(headline) + 1 : 0;
    const lead = lines.findIndex((line, at) => at >= start && isUndecided(line) && isRunningText(line));
    const top = lines.slice(start, lead < 0 ? start : Math.min(lead, start + 12));
    liftAuthor(top, file);
    markBareNames(top, lead < 0 ? [] : lines.slice(lead));
    if (!file.data.publisher) {
      const said = readPublisher(lines, lines[lead]);
      if (said) file.data.publisher = { ...said, standing: 'stated' };
    }
    markSiteName(top, file.data.publisher?.text);
    liftDate(headsParts(lines, lead) ? [] : [...top, ...listUnder(lines, lead)], lines, file);
  };
}

/** Days over several paragraphs are the crossheads of a timeline, and none of them is the text's own. */
function headsParts(lines: readonly SeedLine[], lead: number): boolean {
  const heads = lines.filter((line, at) => {
    const next = lines[at + 1];
    return at > lead && line.rule === 'dateline' && next && isUndecided(next) && isRunningText(next);
  });
  return heads.length > 1;
}

/** Some pages put the day under the standfirst, which reads like a first paragraph: with a time, or beside furniture. */
function listUnder(lines: readonly SeedLine[], lead: number): SeedLine[] {
  const under = lead < 0 ? [] : [lead + 1, lead + 2];
  return under.flatMap((at) => {
    const line = lines[at];
    const beside = [lines[at - 1], lines[at + 1]].some(
      (one) => one?.status === 'removed' || one?.role === 'byline',
    );
    return line?.rule === 'dateline' && (beside || /\d:\d\d/.test(line.text)) ? [line] : [];
  });
}

/** The suffix of the headline, if it is a name and the page prints that name outside its article. */
function liftPublisher(lines: readonly SeedLine[], file: VFile): void {
  const suffix = file.data.headlineSuffix;
  if (!suffix) return;
  const name = (suffix.text.split(/ [–—|·-] /).at(-1) ?? '').replace(/^[#@]/, '');
  const words = name.split(' ');
  const isName =
    name.length > 1 && words.length <= 4 && words.every((word) => /^[\p{Lu}\p{N}&][^\s?!:]*$/u.test(word));
  const text = isName && (suffix.sure || isPrintedOutside(name, lines, file)) ? name : undefined;
  if (text === undefined) {
    if (!suffix.sure) file.data.headlineSuffix = undefined;
    return;
  }
  file.data.publisher = { text, standing: 'stated', line: suffix.line };
  if (!suffix.sure && file.data.headlineText !== undefined) {
    const cut = file.data.headlineText.length - suffix.text.length;
    file.data.headlineText = file.data.headlineText.slice(0, cut).replace(/\s+(?:[–—|·:-]|::)\s*$/u, '');
  }
}

/** “Tanks move in – Kremlin” names a speaker: such a name stands in the running text. */
function isPrintedOutside(name: string, lines: readonly SeedLine[], file: VFile): boolean {
  const holds = (line: SeedLine): boolean =>
    ` ${line.text.replace(/[^\p{L}\p{N}&']+/gu, ' ')} `.includes(` ${name} `);
  const ownLines = lines.filter((line) => !file.data.headlineSignatures?.has(line.look.signature));
  return (
    ownLines.some((line) => line.status !== 'kept' && holds(line)) &&
    !ownLines.some((line) => line.status === 'kept' && holds(line))
  );
}

const BYLINE = /^(?:by|written by|story by|words by|author|authors?:?) (\p{Lu}.+)$/iu;

function liftAuthor(top: readonly SeedLine[], file: VFile): void {
  for (const [at, line] of top.entries()) {
    if (line.rule !== 'byline' && line.rule !== 'byline-label') continue;
    const printed = BYLINE.exec(line.text.replaceAll('\u00a0', ' '))?.[1];
    if (printed) {
      const name = cutOutlet(
        printed
          .split(/ ?[,|–—] ?| - | for | in | at | with (?=\p{Lu})| and (?:news )?agencies| of (?=The )/iu)[0]
          ?.trim() ?? '',
      );
      if (name?.includes(' ')) file.data.author ??= { text: name, standing: 'stated', line: line.n };
      continue;
    }
    if (line.rule !== 'byline-label') continue;
    // `by`, then the name on a line of its own, then perhaps what the author does.
    for (const below of top.slice(at + 1, at + 3)) {
      if (!isUndecided(below) || !below.look.nameLike) break;
      file.data.author ??= { text: below.text, standing: 'stated', line: below.n };
      decide(below, BYLINE_LINE);
    }
  }
}

/** A bare name above the text is a byline too, but nobody says that it is the author’s. */
function markBareNames(top: readonly SeedLine[], text: readonly SeedLine[]): void {
  const report = text.filter((line) => line.role !== 'attribution');
  for (const [at, line] of top.entries()) {
    if (!isUndecided(line)) continue;
    const [before, next] = [top[at - 1], top[at + 1]];
    const joins = /^(?:and|&)$/.test(line.text) && before?.role === 'byline' && next?.look.nameLike === true;
    const isName =
      (line.look.nameLike && shareInText(line, report) < 0.5) ||
      (next?.role === 'dateline' && NAMES_IN_PLACES.test(line.look.plain));
    if (joins || isName || isOutletLine(line, before)) decide(line, BYLINE_LINE);
  }
}

/** “Harbour Post” above its own report. */
function markSiteName(top: readonly SeedLine[], publisher: string | undefined): void {
  for (const line of top) if (isUndecided(line) && line.text === publisher) decide(line, BYLINE_LINE);
}

/** “Jo Doe in Harbour City and Max Roe in Norrvik”. */
const NAMES_IN_PLACES =
  /^(?=.* in )(?:(?:^|, and | and |, )\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,2}(?: in \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?){1,5}$/u;

const BYLINE_LINE: Verdict = { id: 'byline', status: 'kept', role: 'byline', reason: 'byline' };

/** A date line between headline and lead, or one that says “Published” wherever it stands. */
function liftDate(top: readonly SeedLine[], lines: readonly SeedLine[], file: VFile): void {
  const stated = [
    ...top.filter((line) => line.rule === 'dateline' && !/updated|modified/i.test(line.look.plain)),
    ...lines.filter(
      (line) =>
        line.rule === 'dateline' &&
        line.status === 'kept' &&
        /^(?:first )?published\b/i.test(line.look.plain),
    ),
  ];
  for (const line of stated) {
    const found = parseStatedDate(line.look.plain);
    if (found === 'ambiguous') {
      file.message('the date can be read in two ways, state it in a sidecar', {
        place: { line: line.n, column: 1 },
        ruleId: 'ambiguous-date',
        source: 'sourceline',
      });
      continue;
    }
    if (!found) continue;
    file.data.published ??= { text: line.text, date: found, standing: 'stated', line: line.n };
    return;
  }
}
