/** What the method page says of each rule that takes lines out, by the rule's id. */
import { OVERRIDES } from './apply-overrides.ts';
import { LINE_RULES } from './boilerplate.ts';
import type { Verdict } from './seed-line.ts';
import { STRUCTURE_RULES } from './structure.ts';

const VERDICTS: readonly Verdict[] = [...LINE_RULES, ...STRUCTURE_RULES, ...Object.values(OVERRIDES)];

export const RULE_SENTENCES: ReadonlyMap<string, string> = new Map(
  VERDICTS.flatMap((verdict) => (verdict.status === 'kept' ? [] : [[verdict.id, verdict.explains]])),
);
