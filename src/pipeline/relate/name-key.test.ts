import { describe, expect, it } from 'vitest';
import { isOneEdit, KEY_STEPS, keyPerson, keyWord, SAME_GIVEN_NAMES } from './name-key.ts';

describe('keyWord', () => {
  it.each(KEY_STEPS.map((step) => [step.id, ...step.joins] as const))('%s joins %s and %s', (_, a, b) => {
    expect(keyWord(a, 'surname')).toBe(keyWord(b, 'surname'));
  });

  it.each([
    ['Yermak', 'Yermakov'],
    ['Petrov', 'Petrova'],
    ['Kravchuk', 'Kravchenko'],
    ['Bondarev', 'Bondar'],
    ['Macron', 'Marchon'],
    ['Niger', 'Nigeria'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(keyWord(a, 'surname')).not.toBe(keyWord(b, 'surname'));
  });
});

describe('keyPerson', () => {
  it.each(SAME_GIVEN_NAMES.map((row) => [row[0], row]))(
    'reads the forms of %s as one given name',
    (_, row) => {
      expect(new Set(row.map((form) => keyPerson(`${form} Halenko`)?.given)).size).toBe(1);
    },
  );

  it.each([
    ['Ihor Lytvynenko', 'Igor Litvinenko'],
    ['Yevhen Marchuk', 'Evgeny Marchuk'],
    ['Serhii Kovalenko', 'Sergey Kowalenko'],
  ])('joins %s and %s', (a, b) => {
    const [one, other] = [keyPerson(a), keyPerson(b)];
    expect(one?.given).toBe(other?.given);
    expect(one?.surname).toBe(other?.surname);
  });

  it.each([
    ['Peter van Dam', 'Peter Dam'],
    ['Anna Petrova', 'Anton Petrov'],
    ['Gerhard Halen', 'Erhard Halen'],
  ])('keeps %s and %s apart', (a, b) => {
    const [one, other] = [keyPerson(a), keyPerson(b)];
    expect([one?.given, one?.surname]).not.toEqual([other?.given, other?.surname]);
  });

  it('keeps middle initials and has no key for a single name', () => {
    expect(keyPerson('Carl P. Dane')?.initials).toBe('p');
    expect(keyPerson('Dane')).toBeUndefined();
    expect(keyPerson('C. Dane')).toBeUndefined();
  });
});

describe('isOneEdit', () => {
  it.each([
    ['gerashenko', 'geraschenko', true],
    ['markovic', 'markovich', true],
    ['halenko', 'halenka', true],
    ['halenko', 'halenko', false],
    ['yermak', 'yermakov', false],
    ['hallander', 'ballander', false],
    ['brennard', 'brennards', false],
  ])('%s, %s: %s', (a, b, expected) => expect(isOneEdit(a, b)).toBe(expected));
});
