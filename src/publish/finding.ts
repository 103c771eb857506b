import { compareCodeUnits } from '../compare-code-units.ts';

/**
 * What the verifier can find wrong with a site, one row a kind: what it means, in words for the
 * person who runs it. Messages say what is wrong, with foreign words in JSON form, so that nothing
 * in a page can reach the terminal as a control character.
 */
export const FINDING_KINDS = {
  'not-verbatim': 'words shown as a source’s are not in the line that they cite',
  'bad-citation': 'a citation cannot be read, or points at a line or a source that is not there',
  'taken-out-used': 'a page draws on a line that was taken out',
  'former-words': 'a page at a former address shows words of a source',
  withheld: 'words are published that are not to be republished',
  'source-text': 'a source’s line table and its raw text differ',
  counts: 'counts disagree',
  'uncited-voice': 'the source’s typeface is used for words without a citation',
  'dead-link': 'a link leads to no page',
  'dead-anchor': 'a link leads to no place on its page',
  'absolute-link': 'an address works only where the site lies at the root of its host',
  'duplicate-id': 'an id stands more than once on a page',
  'external-request': 'a page asks another host for a file',
  'unsafe-link': 'a link has a scheme that is not http, https or mailto',
  'inline-code': 'a page holds code or styles of its own',
  policy: 'a page has no content security policy',
  damaged: 'a file of data cannot be read',
  checksum: 'a file is not the one that was published',
} as const satisfies Record<string, string>;

export type FindingKind = keyof typeof FINDING_KINDS;

/** One thing that is wrong: in which file of the site (path below its root), what, and the words. */
export interface Finding {
  readonly kind: FindingKind;
  readonly file: string;
  readonly message: string;
}

/** A publishing step that stopped because of what it was given; `findings` says what is wrong, if several things are. */
export class PublishError extends Error {
  readonly findings: readonly Finding[];
  constructor(message: string, findings: readonly Finding[] = []) {
    super(message);
    this.name = 'PublishError';
    this.findings = findings;
  }
}

/** Foreign words for a message: JSON-quoted, pure ASCII control-free, cut to 120 characters. */
export function quoteForeign(words: string): string {
  const cut = words.length > 120 ? `${words.slice(0, 119)}…` : words;
  return JSON.stringify(cut).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${sign.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
}

/** Order of findings: by file, kind and words. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareCodeUnits(a.file, b.file) ||
    compareCodeUnits(a.kind, b.kind) ||
    compareCodeUnits(a.message, b.message)
  );
}
