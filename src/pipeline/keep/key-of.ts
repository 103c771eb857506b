import { digestOf } from '../../digest-of.ts';

/** Hex digits of a key: 128 bits, which no two things that are told apart have in common. */
const DIGITS = 32;

/** Key of what something is made of, plain data; the order of its fields counts. */
export function keyOf(madeOf: unknown): string {
  return digestOf(JSON.stringify(madeOf)).slice(0, DIGITS);
}
