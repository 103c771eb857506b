import { printNumber } from './print-number.ts';

/** A number with its word: `1 line`, `8 lines`, `1,200 lines`. */
export function countOf(number: number, word: string): string {
  return `${printNumber(number)} ${word}${number === 1 ? '' : 's'}`;
}
