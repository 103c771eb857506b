import type { VerbForm } from './read-predicate.ts';

/**
 * The forms of verbs that a theme lists: `deploy`, or `send/sent` and `withdraw/withdrew/withdrawn` with
 * past and participle where they are irregular or double a letter (`ship/shipped`).
 */
export function listForms(verbs: readonly string[]): ReadonlyMap<string, ReadonlySet<VerbForm>> {
  const forms = new Map<string, Set<VerbForm>>();
  const add = (word: string, form: VerbForm): void => {
    forms.set(word, (forms.get(word) ?? new Set()).add(form));
  };
  for (const verb of verbs) {
    const [base = '', past = regularPast(base), participle = past] = verb.toLowerCase().split('/');
    add(base, 'base');
    add(thirdPerson(base), 'third');
    add(past, 'past');
    add(participle, 'participle');
    add(`${stemOf(base, past)}ing`, 'ing');
  }
  return forms;
}

function regularPast(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith('e') ? `${base}d` : `${base}ed`;
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
}

/** Before -ing: `mov`, `shipp`, `send`. */
function stemOf(base: string, past: string): string {
  const doubled = `${base}${base.at(-1)}`;
  if (past === `${doubled}ed`) return doubled;
  return /[^e]e$/.test(base) ? base.slice(0, -1) : base;
}
