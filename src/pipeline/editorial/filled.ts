import { z } from 'zod';

/** Words that are not only blanks; `expected` says what is asked for where none, or no words, stand there. */
export function filled(expected: string) {
  return z.string(expected).regex(/\S/, expected);
}
