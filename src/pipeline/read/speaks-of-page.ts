/** Tells sentences that a site says about itself to its readers from those that report. */
import type { LineLook } from './describe-line.ts';

const READER = /\b(?:[Yy]ou|[Yy]ours?|[Ww]e|us|[Oo]urs?)\b/;
const SITE =
  /\b(?:newsletters?|subscri(?:be|bers?|ption)|sign(?:ing)?[ -]up|inbox|app|web ?site|site|web ?page|article|stories|story|journalism|journalists?|newsroom|reporting|reporters|our (?:live )?coverage|readers?|podcasts?|channel|whatsapp|telegram|facebook|twitter|instagram|youtube|google news|e-?mails?|cookies|advertis\w+|donat\w+|membership|comments? (?:section|below)|notifications?|alerts?|breaking news)\b/i;
/** Somebody says it, so it is reported. */
const SPOKEN = /["“”«»]|\b(?:said|says|told|tells|according to|added|wrote|warned|argued)\b/i;

/** Speaks to the reader, of the site or what it offers: “Follow our channel for the latest on the storm.” */
export function speaksOfPage({ plain }: Pick<LineLook, 'plain'>): boolean {
  return !/^[-–—•*·]/.test(plain) && !SPOKEN.test(plain) && READER.test(plain) && SITE.test(plain);
}
