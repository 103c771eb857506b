import { describe, expect, test } from 'vitest';
import { toWebAddress } from './to-web-address.ts';

describe('toWebAddress', () => {
  test.each([
    ['https://papers.example/a?b=c', 'https://papers.example/a?b=c'],
    ['http://papers.example', 'http://papers.example/'],
    ['https://papers.example/"><b>', 'https://papers.example/%22%3E%3Cb%3E'],
    ['javascript:canary()', undefined],
    ['data:text/html,x', undefined],
    ['//papers.example/', undefined],
    ['https://name:word@papers.example/', undefined],
    ['https://papers.example@other.example/', undefined],
    ['https://', undefined],
    ['The Paper', undefined],
  ])('makes %j %j', (text, address) => {
    expect(toWebAddress(text)).toBe(address);
  });
});
