import { describe, expect, it } from 'vitest';
import { isOneEdit, keyPerson } from './name-key.ts';

describe('keyPerson', () => {
  it.each([
    ['Ihor Lytvynenko', 'Igor Litvinenko'],
    ['Yevhen Marchuk', 'Evgeny Marchuk'],
    ['Serhii Kovalenko', 'Sergey Kowalenko'],
    ['Oleksandr Yermolenko', 'Alexander Germolenko'],
    ['Ivan Khomiak', 'Ivan Homiak'],
    ['Olha Galushchenko', 'Olga Halushchenko'],
    ['Petro Nalyvaiskiy', 'Pyotr Nalyvaisky'],
    ['Ines Alexeenko', 'Ines Alekseenko'],
  ])('joins %s and %s', (a, b) => {
    const [one, other] = [keyPerson(a), keyPerson(b)];
    expect([one?.given, one?.surname]).toEqual([other?.given, other?.surname]);
  });

  it.each([
    ['Peter van Dam', 'Peter Dam'],
    ['Anna Petrova', 'Anton Petrov'],
    ['Ivan Yermak', 'Ivan Yermakov'],
    ['Ivan Kravchuk', 'Ivan Kravchenko'],
    ['Ivan Bondarev', 'Ivan Bondar'],
    ['Paul Macron', 'Paul Marchon'],
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
