/** The language of a text as a BCP 47 tag, or undefined where the detector is not sure. */
import eld from 'eld/extrasmall';

/** Shorter texts hold too few letters to tell; in UTF-16 units. */
const SHORTEST = 40;
/** More words do not make it surer. */
const LONGEST = 1200;

export function tellLanguage(text: string): string | undefined {
  if (text.length < SHORTEST) return undefined;
  const result = eld.detect(text.slice(0, LONGEST));
  return result.language !== '' && result.isReliable() ? result.language : undefined;
}
