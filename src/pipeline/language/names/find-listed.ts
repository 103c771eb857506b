import type { Word } from '../words.ts';
import type { Form, NameIndex } from './index-names.ts';
import type { Spot } from './spots.ts';

/** Gaps that may stand between the words of one name. */
const INSIDE = /^(?:[ \u00a0]|[-‐‑–/]|\. )$/;

/** Teams by the second word of their names, and teams, airlines and outlets by the first. */
const TEAM = /^(?:United|City|Rovers|Wanderers|Athletic|Albion|Hotspur|Argyle|Dynamo)$/;
const NAMESAKE =
  /^(?:Virgin|Cathay|Union|Dynamo|Dinamo|Spartak|Zenit|Shakhtar|Lokomotiv|Torpedo|Metalist|Karpaty|CSKA|Real|Atletico|Atlético|Bayern|Inter|Sporting)$/;

/** The gazetteer pass: listed names and words for peoples, longest first, whole words, case counts. */
export function findListed(text: string, words: readonly Word[], index: NameIndex): readonly Spot[] {
  const spots: Spot[] = [];
  for (let n = 0; n < words.length; n += 1) {
    const word = words[n];
    if (!word) continue;
    const forms = index.forms.get(word.key);
    if (!forms) continue;
    const form = forms.find(
      (candidate) => matches(candidate, words, n) && isAllowed(candidate, text, words, n, index),
    );
    if (!form) continue;
    const { entry } = form;
    const to = n + form.keys.length;
    spots.push({ from: n, to, kind: form.demonym ? 'demonym' : entry.kind, id: entry.id, name: entry.name });
    n = to - 1;
  }
  return spots;
}

function matches(form: Form, words: readonly Word[], from: number): boolean {
  return form.keys.every((key, n) => {
    const word = words[from + n];
    if (word?.key !== key) return false;
    if (n > 0 && !INSIDE.test(word.gap.replace(/^['’]s/, ''))) return false;
    const inner = n < form.keys.length - 1;
    return !inner || word.possessive === form.text.includes(`${key}'s`);
  });
}

function isAllowed(
  form: Form,
  text: string,
  words: readonly Word[],
  from: number,
  index: NameIndex,
): boolean {
  const first = words[from];
  const last = words[from + form.keys.length - 1];
  if (!first || !last) return false;
  if (form.entry.kind === 'places' && isOfTeam(words, from, from + form.keys.length)) return false;
  const guard = index.guards.get(form.entry.id);
  if (guard?.before?.test(text.slice(last.end, last.end + 60))) return false;
  if (guard?.after?.test(text.slice(Math.max(0, first.start - 40), first.start))) return false;
  return !form.entry.notIn?.some((words) => surrounds(text, words, first.start, last.end));
}

/** “Brekkstad United”, “Virgin Atlantic”: a team or an airline that has a place in its name. */
function isOfTeam(words: readonly Word[], from: number, to: number): boolean {
  const [before, first, next, second] = [words[from - 1], words[from], words[to], words[to + 1]];
  const isTeam = next?.gap === ' ' && !words[to - 1]?.possessive && TEAM.test(next.text);
  const then = second?.gap === ' ' ? second.text : '';
  // “Brekkstad City Council” is the town's.
  const isTown = next?.text === 'City' && /^\p{Lu}/u.test(then);
  if (isTeam && !isTown && !/^(?:Nations|States|Kingdom|Arab)$/.test(then)) return true;
  return first?.gap === ' ' && NAMESAKE.test(before?.text ?? '');
}

function surrounds(text: string, longer: string, start: number, end: number): boolean {
  for (let at = text.indexOf(longer); at >= 0; at = text.indexOf(longer, at + 1)) {
    if (at <= start && at + longer.length >= end) return true;
  }
  return false;
}
