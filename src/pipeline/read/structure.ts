/**
 * The rules that look at more than one line, as rows of the same kind as those of `boilerplate.ts`:
 * what a line is, what becomes of it, why and when, and small texts that prove it. They run in this order.
 * `takes` lists the lines of the example (1-based) that must fall to the rule, no others may.
 */
import { continues, findBody, isUnfinished } from './find-body.ts';
import { markOf, type Repeats } from './repetition.ts';
import { decide, isUndecided, type SeedLine, type TakingVerdict } from './seed-line.ts';
import { speaksOfPage } from './speaks-of-page.ts';

export interface Page {
  readonly lines: readonly SeedLine[];
  /** The line that was taken as headline, if the text has one. */
  readonly headline?: SeedLine | undefined;
  /** The headline’s signatures, with and without its suffix. */
  readonly headlineSignatures: ReadonlySet<string>;
  /** Lines that so many unrelated texts print that they may belong to the site, by signature. */
  readonly repeats: Repeats;
}

export interface StructureRule extends TakingVerdict {
  apply(page: Page, verdict: TakingVerdict): void;
  readonly examples: readonly { readonly text: string; readonly takes: readonly number[] }[];
}

/** Of its own row and, for menus, of `before-lead`. */
const PAGE_HEAD: TakingVerdict = {
  id: 'page-head',
  status: 'removed',
  role: 'boilerplate',
  reason: 'page furniture before the article',
  explains:
    'A line is removed if it stands above the headline of a page with furniture and is no date or byline near it, or in a menu between headline and text that shares few words with the text.',
};

const LABEL_ALONE: TakingVerdict = {
  id: 'label-alone',
  status: 'removed',
  role: 'boilerplate',
  reason: 'label with nothing after it',
  explains:
    'A line after the article’s last paragraph is removed if it ends with a colon, has no verb of saying, and other lines there were removed.',
};

export const STRUCTURE_RULES: readonly StructureRule[] = [
  {
    id: 'repeated-headline',
    status: 'removed',
    role: 'headline',
    reason: 'headline repeated',
    explains:
      'A line is removed if it prints the headline once more, with or without what the page’s title adds; only letters and digits are compared.',
    apply({ lines, headline, headlineSignatures }, verdict) {
      if (!headline) return;
      for (const line of lines)
        if (line !== headline && isUndecided(line) && headlineSignatures.has(line.look.signature))
          decide(line, verdict);
    },
    examples: [
      {
        text: 'Ferry line halts service – Harbour Post\n\nFerry line halts service\n\nThe ferry line stopped its boats on Monday after a storm, the port said in a statement.',
        takes: [3],
      },
    ],
  },
  {
    ...PAGE_HEAD,
    apply({ lines, headline }, verdict) {
      const at = headline ? lines.indexOf(headline) : -1;
      // A text without any furniture is no page: what it opens with may be a table.
      if (!lines.some(isFurniture)) return;
      for (const [index, line] of lines.slice(0, Math.max(0, at)).entries())
        if (line.status === 'kept' && !(line.role !== 'paragraph' && (at <= 3 || index >= at - 2)))
          decide(line, verdict, 'medium');
    },
    examples: [
      {
        text: 'Ferry line halts service – Harbour Post\nWeather\nBoats\nFerry line halts service\nThe ferry line stopped its boats on Monday after a storm, the port said in a statement.',
        takes: [2, 3],
      },
    ],
  },
  {
    id: 'label-teaser',
    status: 'removed',
    role: 'boilerplate',
    reason: 'teaser for another article',
    explains:
      'Lines that look like headlines are removed after a label such as “Read also”, with dates and bylines among them, up to the next paragraph and a heading that shares its words.',
    apply({ lines }, verdict) {
      for (const [at, label] of lines.entries())
        if (label.opens === 'teasers') for (const line of teasersAfter(lines, at)) decide(line, verdict);
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nRead also\n\nStorm closes roads\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [5],
      },
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nRead also\n\nActor sells villa\n\nBoats return\n\nThe boats returned to sea on Tuesday, when the wind had gone down.',
        takes: [5],
      },
    ],
  },
  {
    id: 'tag',
    status: 'removed',
    role: 'boilerplate',
    reason: 'list of tags',
    explains:
      'Lines of at most six words are removed after a label such as “Tags:”, up to the first that is longer, ends like a sentence or fell to another rule.',
    apply({ lines }, verdict) {
      for (const [at, label] of lines.entries())
        if (label.opens === 'tags')
          for (const line of lines.slice(at + 1)) {
            if (!isUndecided(line) || line.look.words > 6 || line.look.endsLikeSentence) break;
            decide(line, verdict);
          }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nTags:\nharbour\nstorm of the year',
        takes: [4, 5],
      },
    ],
  },
  {
    id: 'poll-question',
    status: 'removed',
    role: 'boilerplate',
    reason: 'reader poll',
    explains:
      'Up to five lines are removed after a label such as “Vote now”, as long as each ends with a question mark or has at most three words.',
    apply({ lines }, verdict) {
      for (const [at, label] of lines.entries())
        if (label.opens === 'poll')
          for (const line of lines.slice(at + 1, at + 6)) {
            if (!isUndecided(line) || !(line.look.plain.endsWith('?') || line.look.words <= 3)) break;
            decide(line, verdict);
          }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nVote Now:\nShould the port stay shut?\nYes, it should',
        takes: [4, 5],
      },
    ],
  },
  {
    id: 'poll-answers',
    status: 'removed',
    role: 'boilerplate',
    reason: 'reader poll',
    explains:
      'A question of at most 25 words is removed with the short lines below it, and a label of one or two words above it, if “yes” and “no” open two of those lines.',
    apply({ lines }, verdict) {
      for (const [at, question] of lines.entries()) {
        if (!isUndecided(question) || !question.look.plain.endsWith('?') || question.look.words > 25)
          continue;
        const answers = lines.slice(at + 1, at + 7);
        const end = answers.findIndex((line) => !isUndecided(line) || !isAnswer(line));
        const found = end < 0 ? answers : answers.slice(0, end);
        const opens = (word: string) =>
          found.some((line) => line.look.plain.toLowerCase().split(/\W/)[0] === word);
        if (!opens('yes') || !opens('no')) continue;
        const label = lines[at - 1];
        const labelled = label && isUndecided(label) && label.look.headlineLike && label.look.words <= 2;
        for (const line of labelled ? [label, question, ...found] : [question, ...found])
          decide(line, verdict);
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nSurvey\nShould the port stay shut?\nYes\nNo\nI have no opinion\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [3, 4, 5, 6, 7],
      },
    ],
  },
  {
    id: 'clip-title',
    status: 'set-aside',
    role: 'clip-title',
    reason: 'video title',
    explains:
      'Beside a player notice a line like a headline is set aside: the one below if no paragraph follows it, else the one above, else the one below if the paragraph shares few of its words.',
    apply({ lines, headline }, verdict) {
      for (const [at, notice] of lines.entries()) {
        if (notice.opens !== 'clip') continue;
        const line = lines[at + 1];
        if (!line || !isUndecided(line) || !line.look.headlineLike) continue;
        const next = lines[at + 2];
        const headsText = next !== undefined && !next.look.headlineLike;
        // The title may stand above the player instead; what follows then is the text's own.
        const above = lines[at - 1];
        if (headsText && above && at > 1 && isHeading(above, lines[at - 2]) && above !== headline) {
          decide(above, verdict, 'medium');
          continue;
        }
        if (headsText && line.look.plain.endsWith('?')) continue;
        if (!headsText || shareInText(line, lines.slice(at + 2, at + 7)) < 1 / 3) decide(line, verdict);
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nPlease use another browser for a more accessible video player\n\nGulls have failed to leave\n\nBoats return\n\nThe boats returned to sea on Tuesday, when the wind had gone down.',
        takes: [5],
      },
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nGulls: why do they stay?\n\nTo view this video please enable JavaScript\n\nWhat happens next?\n\nThe boats returned to sea on Tuesday, when the wind had gone down.',
        takes: [3],
      },
    ],
  },
  {
    id: 'caption-repeated',
    status: 'set-aside',
    role: 'caption',
    reason: 'caption printed twice',
    explains: 'A line of three words or more is set aside if a caption beside it says the same words.',
    apply({ lines, headline }, verdict) {
      for (const [at, line] of lines.entries()) {
        if (!isUndecided(line) || line === headline || line.look.words < 3) continue;
        const holds = (one: SeedLine | undefined): boolean =>
          one?.role === 'caption' && one.look.signature.includes(line.look.signature);
        if (holds(lines[at - 1]) || holds(lines[at + 1])) decide(line, verdict);
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats in the harbour on Monday.\n\nBoats in the harbour on Monday. Jo Loe / AFP via Getty Images\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [3],
      },
    ],
  },
  {
    id: 'label-caption',
    status: 'set-aside',
    role: 'caption',
    reason: 'caption',
    explains:
      'A sentence behind a heading and a colon is set aside if it repeats the longer words of the heading, or the heading is a question, and the text has two or more such lines.',
    apply({ lines }, verdict) {
      const found = lines.filter((line) => isUndecided(line) && isLabelCaption(line));
      for (const line of found) {
        if (found.length > 1) decide(line, verdict, 'medium');
        else line.doubtful = 'looks like the caption of a picture';
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nIn the harbour: Broken boats in the harbour.\n\nBack to sea?: The crews were ready for the worst.\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [3, 5],
      },
    ],
  },
  {
    id: 'pull-quote',
    status: 'removed',
    role: 'boilerplate',
    reason: 'words of the text repeated',
    explains:
      'A sentence or quotation of 40 or more letters is removed if the text has its words elsewhere, and so are its credit, short lines beside a copy, and a phrase of four or more words right below itself.',
    apply({ lines }, verdict) {
      for (const line of copiesOf(lines)) decide(line, verdict);
      const open = lines.filter(
        (line) => isUndecided(line) && line.look.signature.length >= SHORTEST_PULL_QUOTE,
      );
      if (open.length > MOST_LINES_COMPARED) return;
      const text = open.map((line) => line.look.signature).join('|');
      for (const line of open) {
        const { look } = line;
        if (!look.endsLikeSentence && !look.opensQuotation) continue;
        const first = text.indexOf(look.signature);
        if (text.indexOf(look.signature, first + 1) < 0) continue;
        const whole = open.find((other) => other.look.signature === look.signature);
        const within = open.some(
          (other) =>
            other.look.signature.length > look.signature.length &&
            other.look.signature.includes(look.signature),
        );
        if (whole === line && !within) continue;
        decide(line, verdict);
        const credit = lines[lines.indexOf(line) + 1];
        if (credit && isUndecided(credit) && /^[-–—]/.test(credit.look.plain) && credit.look.words <= 6)
          decide(credit, verdict);
      }
      // A caption or a teaser that stands twice in a row, whatever its length. A writer may say a short sentence twice.
      for (const [at, line] of lines.entries())
        if (
          isUndecided(line) &&
          line.look.words >= 4 &&
          !line.look.nameLike &&
          !line.look.endsLikeSentence &&
          sameWords(line, lines[at - 1])
        )
          decide(line, verdict);
    },
    examples: [
      {
        text: '“We have never seen waves of this size in the old harbour,” the master of the port said on Monday.\n\n“We have never seen waves of this size in the old harbour,”\n– Jo Doe\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [3, 4],
      },
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nNobody was hurt.\n\nThe port was shut for a day after the storm, its master said on Monday.\n\nNobody was hurt.\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [5, 7],
      },
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats in the harbour\n\nBoats in the harbour\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [5],
      },
    ],
  },
  {
    id: 'bare-number',
    status: 'removed',
    role: 'boilerplate',
    reason: 'count of shares, views or comments',
    explains:
      'A line that is only a number is removed if a line beside it was removed as part of the page, or if it stands between the headline and the first paragraph.',
    apply({ lines, headline }, verdict) {
      const start = headline ? lines.indexOf(headline) : -1;
      const lead = lines.findIndex((line, at) => at > start && line.status === 'kept' && isRunningText(line));
      for (const [at, line] of lines.entries()) {
        if (!isUndecided(line) || !/^\d[\d,.]{0,7}(?<![.,]) ?[kKmM]?$/.test(line.look.plain)) continue;
        const beside = [lines[at - 1], lines[at + 1]].some((one) => one && isFurniture(one));
        if (beside || (start >= 0 && at > start && at < lead)) decide(line, verdict, 'medium');
      }
    },
    examples: [
      {
        text: 'Ferry line halts service\n\n2,310\n\nThe ferry line stopped its boats on Monday after a storm, the port said in a statement.\n\nComments\n\n14\n\nThe port was shut for a day after the storm, its master said on Monday.',
        takes: [3, 9],
      },
    ],
  },
  {
    id: 'author-name',
    status: 'set-aside',
    role: 'author-box',
    reason: 'author-box name',
    explains:
      'A line of two to four capitalised words is set aside if the next line repeats it and both stand in the second half of the text.',
    apply({ lines }, verdict) {
      for (const [line] of authorBoxes(lines)) decide(line, verdict);
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats went back to sea on Tuesday, when the wind had gone down.\n\nJo Doe\n\nJo Doe\n\n"Lover of boats. Humble walker."',
        takes: [5],
      },
    ],
  },
  {
    id: 'author-name-repeated',
    status: 'removed',
    role: 'author-box',
    reason: 'author name repeated',
    explains:
      'A line is removed if the line above was set aside as the name in an author box and has the same words.',
    apply({ lines }, verdict) {
      for (const [at, line] of lines.entries())
        if (
          at > 0 &&
          isUndecided(line) &&
          lines[at - 1]?.rule === 'author-name' &&
          sameWords(line, lines[at - 1])
        )
          decide(line, verdict);
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats went back to sea on Tuesday, when the wind had gone down.\n\nJo Doe\n\nJo Doe\n\n"Lover of boats. Humble walker."',
        takes: [7],
      },
    ],
  },
  {
    id: 'author-text',
    status: 'removed',
    role: 'author-box',
    reason: 'author-box text',
    explains:
      'A line of fewer than 60 words is removed if it stands directly below the repeated name in an author box.',
    apply({ lines }, verdict) {
      for (const [at, line] of lines.entries())
        if (isUndecided(line) && lines[at - 1]?.rule === 'author-name-repeated' && line.look.words < 60)
          decide(line, verdict);
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats went back to sea on Tuesday, when the wind had gone down.\n\nJo Doe\n\nJo Doe\n\n"Lover of boats. Humble walker."',
        takes: [9],
      },
    ],
  },
  {
    id: 'author-note',
    status: 'set-aside',
    role: 'author-box',
    reason: 'note on the author',
    explains:
      'One of the last three lines kept is set aside if it opens with a name and says that this person is a reporter, an editor or the like, or what they write about.',
    apply({ lines }, verdict) {
      // Short lines below, a menu or tags, do not count.
      const kept = lines.filter(
        ({ status, look }) => status === 'kept' && (look.endsLikeSentence || look.words >= 9),
      );
      for (const line of kept.slice(-3)) {
        if (!isUndecided(line) || !isAuthorNote(line)) continue;
        decide(line, verdict, 'medium');
        const above = lines[lines.indexOf(line) - 1];
        if (
          above &&
          isUndecided(above) &&
          above.look.nameLike &&
          line.look.plain.startsWith(`${above.look.plain} `)
        )
          decide(above, verdict, 'medium');
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nJo Doe covers ferries and trade for The Harbour Post.',
        takes: [3],
      },
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nJo Doe is a correspondent for the Harbour Post and covers the sea.',
        takes: [3],
      },
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nJo Doe\n\nJo Doe is an editor at the Harbour Post and covers the sea.\n\nShips\n\nTrade\n\nTides',
        takes: [3, 5],
      },
    ],
  },
  {
    id: 'before-lead',
    status: 'set-aside',
    role: 'clip-title',
    reason: 'video title',
    explains:
      'Of at most three lines like headlines between headline and text, one of four to 14 words is set aside if the text has less than half its words and a line beside it was removed.',
    apply({ lines, headline }, verdict) {
      if (!headline) return;
      const start = lines.indexOf(headline) + 1;
      const lead = lines.findIndex(
        (line, at) => at >= start && line.status === 'kept' && isRunningText(line),
      );
      if (lead < 0) return;
      const decks = lines.slice(start, lead).filter((line) => isUndecided(line) && line.look.headlineLike);
      if (decks.length > MAX_DECKS) {
        // A menu between the headline and the text, or facts in a column: only a menu has furniture in it.
        const isMenu = lines.slice(start, lead).filter((line) => line.status === 'removed').length >= 3;
        for (const line of decks)
          if (isMenu && shareInText(line, lines.slice(lead)) < 0.5) decide(line, PAGE_HEAD, 'medium');
        return;
      }
      for (const line of decks) {
        if (line.look.words < 4 || line.look.words > 14) continue;
        const at = lines.indexOf(line);
        const besideFurniture = [lines[at - 1], lines[at + 1]].some((one) => one && isFurniture(one));
        const share = shareInText(line, lines.slice(lead));
        if (share < 0.5 && besideFurniture) decide(line, verdict, 'medium');
        else if (share < 0.5)
          line.doubtful = 'stands before the first paragraph and shares few words with the text';
      }
    },
    examples: [
      {
        text: 'Ferry line halts service\n\nActor calls rival ‘utterly useless’\n\nAdvertisement\n\nThe ferry line halted its service on Monday after a storm, the port said in a statement.\n\nIts boats are to stay in the harbour until the wind has gone down.',
        takes: [3],
      },
    ],
  },
  {
    id: 'page-tail',
    status: 'removed',
    role: 'boilerplate',
    reason: 'page furniture after the article',
    explains:
      'A line after the article’s last paragraph is removed if removed lines come before it, or it leads up to them as a tag, headline or label, unless it may be a sentence of the report.',
    apply({ lines }, verdict) {
      const { end } = findBody(lines);
      if (end === 0) return;
      const tail = lines.slice(end);
      const first = tail.findIndex(isFurniture);
      const loose = tail.slice(0, Math.max(0, first)).filter(isUndecided);
      // Tags, or headlines of other articles: short lines of which the text knows little.
      const looseTags =
        loose.length > 0 &&
        loose.every((line) => line.look.headlineLike && !isListItem(line) && !isTableRow(line)) &&
        (loose.length >= 3
          ? loose.every((line) => line.look.words <= 6) ||
            loose.every((line) => shareInText(line, lines.slice(0, end)) < 0.5)
          : loose.every((line) => line.look.words <= 3 && shareInText(line, lines.slice(0, end)) < 0.5));
      let furniture = 0;
      for (const [at, line] of tail.entries()) {
        if (line.status !== 'kept') furniture += 1;
        if (line.status !== 'kept' || line.role === 'attribution') continue;
        // Without furniture near it, what follows the last sentence may be a list of results or of names.
        const isLabel = line.look.plain.endsWith(':') && !hasSpeechVerb(line) && at < tail.length - 1;
        const surrounded = first >= 0 && (at > first || looseTags || isLabel);
        const maybeText =
          line.look.prose &&
          (furniture < LONG_TAIL || line.look.words > 45 || line.look.opensQuotation || hasSpeechVerb(line));
        const next = tail[at + 1];
        const headsText =
          next !== undefined &&
          (isHeading(line, tail[at - 1]) || (isListItem(line) && line.look.headlineLike)) &&
          isUndecided(next) &&
          isRunningText(next);
        if (
          !surrounded ||
          maybeText ||
          (headsText && furniture < LONG_TAIL) ||
          (furniture < 5 && (isListItem(line) || isTableRow(line)))
        )
          line.doubtful ??= line.rule === undefined ? 'stands after the last paragraph' : undefined;
        else {
          decide(line, isLabel ? LABEL_ALONE : verdict, line.look.prose ? 'low' : 'medium');
          furniture += 1;
        }
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats went back to sea on Tuesday, when the wind had gone down.\n\nShow more\n\nHarbour Weather Today\n\nShips and Trade',
        takes: [7, 9],
      },
    ],
  },
  {
    id: 'menu-codes',
    status: 'removed',
    role: 'boilerplate',
    reason: 'choice of language or size',
    explains:
      'A line of two capital letters is removed if the line above or below it holds two capital letters as well.',
    apply({ lines }, verdict) {
      const isCode = (line: SeedLine | undefined): boolean =>
        line !== undefined && line.status !== 'set-aside' && /^[A-Z]{2}$/.test(line.look.plain);
      for (const [at, line] of lines.entries())
        if (isUndecided(line) && isCode(line) && (isCode(lines[at - 1]) || isCode(lines[at + 1])))
          decide(line, verdict, 'medium');
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nXS\nSM\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [3, 4],
      },
    ],
  },
  {
    ...LABEL_ALONE,
    apply() {
      // Decided by `page-tail`, which finds the labels.
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats went back to sea on Tuesday, when the wind had gone down.\n\nIf you want to know more, here is the story:\n\nLeave a Reply',
        takes: [5],
      },
    ],
  },
  {
    id: 'headline-list',
    status: 'removed',
    role: 'boilerplate',
    reason: 'list of headlines',
    explains:
      'Three to 15 lines that look like headlines and follow each other without a blank line are removed if none holds a digit or shares half its words with the rest of the text.',
    apply({ lines }, verdict) {
      if (!usesBlankLines(lines)) return;
      for (const run of runsWithoutGaps(lines)) {
        if (run.length < 3 || run.length > MAX_TEASERS) continue;
        const others = lines.filter((line) => !run.includes(line));
        if (run.every((line) => !/\d/.test(line.look.plain) && shareInText(line, others) < 0.5))
          for (const line of run) decide(line, verdict, 'medium');
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nActor sells his villa\nTeam wins cup again\nNew phone costs more\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [3, 4, 5],
      },
    ],
  },
  {
    id: 'table-of-contents',
    status: 'removed',
    role: 'boilerplate',
    reason: 'table of contents',
    explains:
      'Lines that look like headlines are removed if two or more follow each other and each is printed again further down.',
    apply({ lines, headline }, verdict) {
      const last = new Map(lines.map((line, at) => [line.look.signature, at]));
      const repeated = lines.map(
        (line, at) =>
          isUndecided(line) &&
          line !== headline &&
          line.look.headlineLike &&
          (last.get(line.look.signature) ?? 0) > at,
      );
      for (const [at, line] of lines.entries())
        if (repeated[at] && (repeated[at - 1] || repeated[at + 1])) decide(line, verdict, 'medium');
    },
    examples: [
      {
        text: 'Storm shuts the port\n\nWhat is shut\nWho is to blame\n\nThe port was shut for a day after the storm, its master said on Monday.\n\nWhat is shut\n\nThe boats are to stay at the piers until Tuesday, when the wind goes down.\n\nWho is to blame\n\nNobody is to blame for the wind, the master told the town on Tuesday.',
        takes: [3, 4],
      },
    ],
  },
  {
    id: 'reader-comments',
    status: 'removed',
    role: 'boilerplate',
    reason: 'comments of readers',
    explains:
      'Lines below the head of readers’ comments are removed, credits excepted, if at least 25 words of the text stand above it and, where text goes on below, no fewer than there.',
    apply({ lines }, verdict) {
      const { end } = findBody(lines);
      const start = lines.findIndex((line) => line.opens === 'comments');
      if (start < 0) return;
      // A link to the comments may stand above the text: most of the text must be behind it.
      const words = (some: readonly SeedLine[]): number =>
        some.reduce(
          (sum, line) => sum + (line.status === 'kept' && line.look.prose ? line.look.words : 0),
          0,
        );
      const before = words(lines.slice(0, start));
      if (start < end && before < words(lines.slice(start))) return;
      if (before < LEAST_BEFORE_COMMENTS) return;
      for (const line of lines.slice(start + 1))
        if (line.status === 'kept' && line.role !== 'attribution') decide(line, verdict, 'medium');
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nBoats went back to sea on Tuesday, when the wind had gone down and the bar was calm.\n\n2 thoughts on "Storm shuts the port"\n\nsailor1958 says:\n\nI was there and saw no wind at all, you should ask the men.',
        takes: [7, 9],
      },
    ],
  },
  {
    id: 'page-sentence',
    status: 'removed',
    role: 'boilerplate',
    reason: 'the site speaks to its readers',
    explains:
      'A line that speaks to readers about the site, and quotes nobody, is removed between two removed lines, or beside one if it is the first or last and names the site, cookies, newsletters or the like.',
    apply({ lines }, verdict) {
      for (const [at, line] of lines.entries()) {
        if (!isUndecided(line) || line.look.opensQuotation) continue;
        const beside = [lines[at - 1], lines[at + 1]].filter((one) => one && isFurniture(one)).length;
        if (beside === 0 || !speaksOfPage(line.look)) continue;
        const isAtEdge = at === 0 || at === lines.length - 1;
        if (beside === 2 || (isAtEdge && SITE_OWN.test(line.look.plain))) decide(line, verdict, 'medium');
        else line.doubtful = 'speaks to readers of the page';
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nInvalid email\n\nWe use your details to show you adverts and stories that you may like.\n\nShare\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [5],
      },
      {
        text: 'This browser is old. For the best experience visit our site with another browser.\n\nSkip to content\n\nThe port was shut for a day after the storm, its master said on Monday.\n\nBoats went back to sea on Tuesday, when the wind had gone down.',
        takes: [1],
      },
    ],
  },
  {
    id: 'teaser-in-capitals',
    status: 'removed',
    role: 'boilerplate',
    reason: 'headline of another article',
    explains:
      'Two or more headings of at least five words, all in capitals, are removed if each shares less than a third of its words with the text and the headline is not in capitals.',
    apply({ lines, headline }, verdict) {
      if (headline && isInCapitals(headline)) return;
      const found = lines.filter(
        (line, at) =>
          isHeading(line, lines[at - 1]) &&
          line.look.words >= 5 &&
          isInCapitals(line) &&
          shareInText(line, lines) < 1 / 3,
      );
      // One of them may be a crosshead of the text, too.
      if (found.length > 1) for (const line of found) decide(line, verdict, 'medium');
      else for (const line of found) line.doubtful = 'stands in capitals, like a link to another article';
    },
    examples: [
      {
        text: 'Storm shuts the port\n\nThe port was shut for a day after the storm, its master said on Monday.\n\nMAYOR DUCKS QUESTIONS ON BRIDGE\n\nBoats went back to sea on Tuesday, when the wind had gone down.\n\nACTOR AND SINGER PART AFTER TEN YEARS\n\nNobody was hurt, the master of the port told the town on Wednesday.',
        takes: [5, 9],
      },
    ],
  },
  {
    id: 'heading-without-text',
    status: 'removed',
    role: 'boilerplate',
    reason: 'headline of another article',
    explains:
      'Of exactly two headings in a row between two paragraphs, the first is removed if it has five to 14 words, no colon and no question mark at its end.',
    apply({ lines, headline }, verdict) {
      // Exactly two headings in a row between paragraphs: more of them are a list, which may be the report's own.
      const kept = lines.filter((line) => line.status === 'kept');
      for (const [at, line] of kept.entries()) {
        const [before, next, after] = [kept[at - 1], kept[at + 1], kept[at + 2]];
        if (!before || !next || !after || !line.gap || !next.gap || before === headline) continue;
        if (!isHeading(line, before) || !isHeading(next, line)) continue;
        if (!isRunningText(before) || !isRunningText(after) || line.look.plain.includes(':')) continue;
        if (line.look.words >= 5 && line.look.words <= 14 && !line.look.plain.endsWith('?'))
          decide(line, verdict, 'medium');
      }
    },
    examples: [
      {
        text: 'The port was shut for a day after the storm, its master said on Monday.\n\nNew phone costs more than before\n\nBoats return\n\nThe boats returned to sea on Tuesday, when the wind had gone down.',
        takes: [3],
      },
    ],
  },
  {
    id: 'repeated-over-files',
    status: 'removed',
    role: 'boilerplate',
    reason: 'the same line in several files',
    explains:
      'A line that at least three unrelated files print is removed if it is a fragment that heads no paragraph here, or a sentence that speaks to readers about the site.',
    apply({ lines, headline, repeats }, verdict) {
      if (repeats.size === 0) return;
      const { start, end } = findBody(lines);
      for (const [at, line] of lines.entries()) {
        const repeat = repeats.get(markOf(line.look.signature));
        if (repeat === undefined || !isUndecided(line) || line === headline) continue;
        if (line.look.opensQuotation || line.look.words < 3 || line.look.plain.endsWith(':')) continue;
        const inside = at >= start && at < end - 1;
        // Reports of one story share sentences, and background recurs for years: a sentence goes only
        // where it speaks of the page, and within the text only where its publisher repeats it.
        const goes = line.look.prose
          ? speaksOfPage(line.look) && (!inside || repeat === 'publisher')
          : line.look.plain.length < LONGEST_FRAGMENT && !(inside && headsNext(lines, at));
        if (goes) decide(line, verdict, repeat === 'publisher' ? 'high' : 'medium');
        else
          line.doubtful =
            repeat === 'publisher'
              ? 'the same line stands in several files of the publisher'
              : 'the same line stands in several files';
      }
    },
    // Needs several files: its examples are in `repetition.test.ts`.
    examples: [],
  },
];

/** A crosshead that recurs, “What happens next?”: over running text that takes its words up, or a question. */
function headsNext(lines: readonly SeedLine[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || !next || !isHeading(line, lines[at - 1]) || !isUndecided(next) || !isRunningText(next))
    return false;
  return (
    /^(?:what|why|how|who|where|when|is|are|can|could|will)\b/i.test(line.look.plain) ||
    shareInText(line, lines.slice(at + 1, at + 6)) >= 1 / 2
  );
}

/** Longer lines that are no sentences are lists or transcripts; in UTF-16 units. */
const LONGEST_FRAGMENT = 200;

/** At the edge of a text one removed line is no proof: “our story” may be the reporter’s own. */
const SITE_OWN =
  /\b(?:browser|cookies|javascript|newsletters?|inbox|subscri(?:be|bers?|ptions?)|sign(?:ing)?[ -]up|log(?:ging)?[ -]in|(?:our|this) (?:web ?)?(?:site|page|app)|support our|follow us)\b/i;

function isInCapitals({ look }: SeedLine): boolean {
  return /\p{Lu}/u.test(look.plain) && !/\p{Ll}/u.test(look.plain);
}

/** Words of running text before the comments of readers: with fewer the text may stand below. */
const LEAST_BEFORE_COMMENTS = 25;

/** After so many lines of furniture a sentence is the page’s own. */
const LONG_TAIL = 15;
/** Removed, but found inside reports too. */
const NO_FURNITURE: ReadonlySet<string> = new Set(['ornament', 'bare-time', 'bare-number', 'pull-quote']);
/** Shorter repetitions may be chance; in letters. */
const SHORTEST_PULL_QUOTE = 40;
/** Comparing each line with all others is for articles, not for books. */
const MOST_LINES_COMPARED = 1500;

/** More lines than these between headline and lead are no decks. */
const MAX_DECKS = 3;

/** The short lines of a text that stands on its page twice: beside a paragraph that is a copy too, in the same order. */
function copiesOf(lines: readonly SeedLine[]): SeedLine[] {
  const first = new Map<string, number>();
  for (const [at, { look }] of lines.entries()) if (!first.has(look.signature)) first.set(look.signature, at);
  const isCopy = (line: SeedLine | undefined, of: number): boolean =>
    line?.look.prose === true &&
    line.look.signature.length >= SHORTEST_PULL_QUOTE &&
    line.look.signature === lines[of]?.look.signature;
  return lines.filter((line, at) => {
    const of = first.get(line.look.signature) ?? at;
    if (of === at || !isUndecided(line) || line.look.signature.length >= SHORTEST_PULL_QUOTE) return false;
    return isCopy(lines[at - 1], of - 1) || isCopy(lines[at + 1], of + 1);
  });
}

/** Taken out by its own words as part of a page, not as an ornament or a picture’s caption. */
function isFurniture(line: SeedLine): boolean {
  return line.status === 'removed' && !NO_FURNITURE.has(line.rule ?? '');
}

/** Running text: a full sentence, or a line too long to be a heading. */
export function isRunningText(line: SeedLine): boolean {
  return (line.look.prose && line.look.words >= 8) || line.look.plain.length >= 130;
}

/** More figures than words. */
function isTableRow(line: SeedLine): boolean {
  const parts = line.look.plain.split(' ').filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length > 2 && parts.filter((part) => /\d/.test(part)).length * 2 > parts.length;
}

function isListItem(line: SeedLine): boolean {
  return /^(?:[-–—•*·]|\d{1,3}[.)]?) /.test(line.look.plain);
}

/** What a reader may tick under a poll’s question. */
function isAnswer({ look }: SeedLine): boolean {
  return look.words <= 7 && !look.endsLikeSentence && !look.opensQuotation && !look.plain.endsWith(':');
}

/** A headline-like line that is not a piece of a broken sentence. */
export function isHeading(line: SeedLine, before: SeedLine | undefined): boolean {
  return (
    isUndecided(line) &&
    line.look.headlineLike &&
    !isUnfinished(line) &&
    !/!["')]*$/.test(line.look.plain) &&
    !/^\d[\d,.]* /.test(line.look.plain) &&
    !(before && before.status === 'kept' && continues(line, before))
  );
}

/** Share of a line’s content words (0 to 1) that occur in other lines that are kept. */
export function shareInText(line: SeedLine, others: readonly SeedLine[]): number {
  const wanted = [...line.look.contentStems()];
  if (wanted.length === 0) return 0;
  const missing = new Set(wanted);
  for (const other of others) {
    if (other === line || other.status !== 'kept') continue;
    const stems = other.look.contentStems();
    for (const stem of missing) if (stems.has(stem)) missing.delete(stem);
    if (missing.size === 0) break;
  }
  return 1 - missing.size / wanted.length;
}

const MAX_TEASERS = 15;
const COUNTED: Readonly<Record<string, number>> = { this: 1, one: 1, two: 2, three: 3, four: 4, five: 5 };

/** The lines that a label introduces: headline-like, until running text or what looks like a crosshead. */
function teasersAfter(lines: readonly SeedLine[], label: number): SeedLine[] {
  const words = lines[label]?.look.plain.toLowerCase().split(/[^\p{L}]+/u) ?? [];
  const limit = words.map((word) => COUNTED[word]).find((count) => count !== undefined) ?? MAX_TEASERS;
  const found: SeedLine[] = [];
  let at = label + 1;
  for (; at < lines.length && found.length < limit; at += 1) {
    const line = lines[at];
    if (!line) break;
    const meta = line.status === 'kept' && (line.role === 'dateline' || line.role === 'byline');
    if (line.status !== 'kept' && line.opens === undefined) continue;
    if (!meta && !(isUndecided(line) && line.look.headlineLike)) break;
    found.push(line);
  }
  const last = found.at(-1);
  const next = lines[at];
  // “Related topics” may be empty, “Read also” is not: the only line below it is the teaser.
  const mayBeEmpty = found.length > 1 || lines[label]?.rule === 'related-label';
  const headsText =
    limit === MAX_TEASERS &&
    mayBeEmpty &&
    last !== undefined &&
    next !== undefined &&
    isUndecided(next) &&
    isRunningText(next);
  if (headsText && shareInText(last, lines.slice(at, at + 5)) >= (last.gap ? 1 / 3 : 2 / 3)) found.pop();
  return found;
}

/** `In Geneva: The ministers met in Geneva.`, a heading and a sentence that a scraper joined. */
function isLabelCaption({ look }: SeedLine): boolean {
  if (look.plain.length >= 200 || !look.endsLikeSentence || /^[-–—•*]/.test(look.plain)) return false;
  const [, label = '', sentence = ''] = /^([^:"]{4,90}): (\p{Lu}.*)$/u.exec(look.plain) ?? [];
  if (sentence === '' || SPEECH.test(label) || !/\p{Ll}/u.test(label)) return false;
  if (/[?!]$/.test(label)) return true;
  // “Norway: Norway has sent …” is an entry of a list.
  if (sentence.replace(/^The /, '').startsWith(label)) return false;
  const wanted = label.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const present = wanted.filter((word) => sentence.toLowerCase().includes(word)).length;
  return wanted.length > 0 && present === wanted.length;
}

const SPEECH =
  /\b(?:says?|said|adds?|added|asks?|asked|tells?|told|warns?|warned|writes?|wrote|tweeted|posted|stated|reads?|replied|explains?|explained|continued|concluded|insisted|argued|announced|declared|noted)\b/i;

function hasSpeechVerb(line: SeedLine): boolean {
  return SPEECH.test(line.look.plain);
}

/** A name printed twice in a row after the middle of the page: the box about the author. */
function* authorBoxes(lines: readonly SeedLine[]): Generator<readonly [SeedLine, SeedLine]> {
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (at * 2 + 2 >= lines.length && next && isUndecided(line) && isUndecided(next) && line.look.nameLike)
      if (sameWords(line, next)) yield [line, next];
  }
}

function sameWords(line: SeedLine, other: SeedLine | undefined): boolean {
  return line.look.signature === other?.look.signature;
}

function isAuthorNote({ look }: SeedLine): boolean {
  return look.words < 60 && AUTHOR_NOTE.test(look.plain) && !SPEECH.test(look.plain);
}

const AUTHOR_NOTE =
  /^(?:\p{Lu}[\p{L}.'-]+ ){2,4}(?:(?:covers|writes (?:about|on|for)|reports (?:on|for)) [\p{L}\d ,'-]{3,80}(?: for [\p{Lu}T][\p{L}\d .'-]{2,40})?\.?$|(?:is|was) (?:an? |the |our )?(?:[\p{L}'-]+ ){0,4}(?:reporter|correspondent|editor|journalist|columnist|commentator|writer|fellow|professor|contributor|lecturer|staff writer)\b)/u;

/** Paragraphs of this text are mostly set apart by blank lines, so lines without one mean a list. */
function usesBlankLines(lines: readonly SeedLine[]): boolean {
  return lines.filter((line) => line.gap).length * 2 >= lines.length;
}

function runsWithoutGaps(lines: readonly SeedLine[]): SeedLine[][] {
  const runs: SeedLine[][] = [];
  let run: SeedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const fits = isHeading(line, lines[at - 1]) && line.look.words >= 4;
    if (fits && run.length > 0 && !line.gap) run.push(line);
    else {
      if (run.length > 1) runs.push(run);
      run = fits ? [line] : [];
    }
  }
  if (run.length > 1) runs.push(run);
  return runs;
}
