import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const bytes = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);
/** A text in one of the encodings that Node can read but not write: each character by its byte. */
const inEncoding = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding);
  const byByte = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  return Uint8Array.from(text, (character) => byByte.indexOf(character));
};

describe('decode', () => {
  test.each([
    ['UTF-8', bytes('Der Bürgermeister sagte „Nein“.', 'utf8'), 'Der Bürgermeister sagte „Nein“.'],
    ['UTF-8 (BOM)', bytes('\ufeffÀ la mer', 'utf8'), 'À la mer'],
    ['UTF-16 LE', bytes('\ufeffMoskau и Киев', 'utf16le'), 'Moskau и Киев'],
    ['UTF-16 BE', Buffer.from('\ufeffMoskau', 'utf16le').swap16(), 'Moskau'],
    ['UTF-16 LE', bytes('Words without a mark', 'utf16le'), 'Words without a mark'],
    ['Windows-1252', inEncoding('L’été déjà passé à Évry', 'windows-1252'), 'L’été déjà passé à Évry'],
    ['Windows-1252', inEncoding('Grüße, Öl, Äther', 'windows-1252'), 'Grüße, Öl, Äther'],
    [
      'UTF-8',
      bytes('Red \u001b[31mletters\u001b[0m of a log', 'utf8'),
      'Red \u001b[31mletters\u001b[0m of a log',
    ],
    [
      'UTF-8',
      bytes('One \ufffd of many characters, and one \u0000', 'utf8'),
      'One \ufffd of many characters, and one \u0000',
    ],
    [
      'windows-1251',
      inEncoding('<meta charset="windows-1251"><p>Министр: нет</p>', 'windows-1251'),
      '<meta charset="windows-1251"><p>Министр: нет</p>',
    ],
    [
      'Windows-1252',
      inEncoding('<meta charset="no-such"><p>Né à Metz</p>', 'windows-1252'),
      '<meta charset="no-such"><p>Né à Metz</p>',
    ],
  ])('reads %s', (encoding, given, text) => {
    expect(decode(given)).toMatchObject({ text, encoding });
  });

  test.each([
    [
      'a file of one byte',
      Buffer.alloc(300, 0xff),
      'is in an encoding that cannot be told, save it as UTF-8',
    ],
    [
      'Cyrillic of its own',
      inEncoding('Министр сказал: нет', 'windows-1251'),
      'encoding that cannot be told',
    ],
    [
      'Russian for old terminals',
      inEncoding('Министр сказал: нет', 'koi8-r'),
      'encoding that cannot be told',
    ],
    ['Greek of its own', inEncoding('Ο υπουργός είπε όχι', 'iso-8859-7'), 'encoding that cannot be told'],
    ['zeros', Buffer.alloc(64), 'is binary data, not text'],
    ['controls', Buffer.from(Array.from({ length: 640 }, (_, at) => at % 32)), 'is binary data, not text'],
    [
      'noise with a mark',
      Buffer.from([0xff, 0xfe, ...Array.from({ length: 800 }, (_, at) => (at * 97) % 256)]),
      'is binary data',
    ],
    ['code points of no character', bytes('\ufffe\uffff\u{1fffe}'.repeat(40), 'utf8'), 'is binary data'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'is a PNG image, not text'],
  ])('refuses %s', (_what, given, problem) => {
    expect(decode(given)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
