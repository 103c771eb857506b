/** Many dangerous texts through `checkTexts`, by seed; what fails is made small enough to read. */
import fc from 'fast-check';
import { checkTexts } from './check-texts.ts';
import { dangerousText } from './dangerous-text.ts';

export interface FuzzFailure {
  /** The least texts that still fail, as JSON may hold them: code units. */
  readonly texts: readonly string[];
  readonly why: string;
}

/** Texts a page: many, since a page costs far more than a text. */
const PAGE = 100;

/** @param count texts to try; the same seed gives the same texts */
export async function fuzzMdx(count: number, seed: number): Promise<FuzzFailure[]> {
  const failures: FuzzFailure[] = [];
  for (let done = 0; done < count; done += PAGE) {
    const texts = fc.sample(dangerousText, { numRuns: Math.min(PAGE, count - done), seed: seed + done });
    if ((await checkTexts(texts)) !== undefined) failures.push(await shrink(texts));
  }
  return failures;
}

/** Takes away whole texts, then characters, in ever smaller parts, as long as the page still fails. */
async function shrink(texts: readonly string[]): Promise<FuzzFailure> {
  const few = await shrinkList(texts, (some) => checkTexts(some));
  for (const [at, text] of few.entries()) {
    const characters = await shrinkList([...text], (some) => checkTexts(few.with(at, some.join(''))));
    few[at] = characters.join('');
  }
  return { texts: few, why: (await checkTexts(few)) ?? 'does not fail alone' };
}

async function shrinkList(
  all: readonly string[],
  check: (some: readonly string[]) => Promise<string | undefined>,
): Promise<string[]> {
  let kept = [...all];
  for (let size = kept.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < kept.length; ) {
      const fewer = kept.toSpliced(at, size);
      if (fewer.length > 0 && (await check(fewer)) !== undefined) kept = fewer;
      else at += size;
    }
  return kept;
}
