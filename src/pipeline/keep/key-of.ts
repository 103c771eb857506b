import { createHash } from 'node:crypto';

/** Hex digits of a key: 128 bits, which no two things that are told apart have in common. */
const DIGITS = 32;

/** Key of what something is made of, plain data; the order of its fields counts. */
export function keyOf(madeOf: unknown): string {
  return createHash('sha256').update(JSON.stringify(madeOf)).digest('hex').slice(0, DIGITS);
}
