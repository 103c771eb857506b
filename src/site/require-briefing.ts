import type { BriefingMatter } from '../briefing.ts';

/** The briefing whose body is being rendered; a passage outside of one is a fault of the pipeline. */
export function requireBriefing(locals: App.Locals): BriefingMatter {
  if (!locals.briefing) throw new Error('A passage stands on a page that is no briefing');
  return locals.briefing;
}
