/**
 * Bytes to text: BOM, UTF-8, UTF-16, else Windows-1252 with a warning. What is no text is refused, and so is
 * text in an encoding that cannot be told: its words would be published as others.
 */
import { isUtf8 } from 'node:buffer';

export type Decoded =
  | {
      readonly text: string;
      readonly encoding: string;
      /** Something an editor should look at, in words. */
      readonly warning?: string | undefined;
      readonly repairs: readonly string[];
    }
  /** Why it is refused and what to do, as the end of a sentence about the file. */
  | { readonly problem: string };

export function decode(bytes: Uint8Array): Decoded {
  const signature = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (signature) return refuse(signature[0]);
  const decoded = decodeText(bytes);
  return 'text' in decoded && isBinary(decoded.text) ? refuse('binary data') : decoded;
}

function refuse(what: string): Decoded {
  return { problem: `is ${what}, not text, save the article as text or HTML` };
}

function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]) && isUtf8(bytes)) return utf8(bytes.subarray(3), 'UTF-8 (BOM)');
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(bytes.subarray(2), 'utf-16le', 'UTF-16 LE');
  if (startsWith(bytes, [0xfe, 0xff])) return utf16(bytes.subarray(2), 'utf-16be', 'UTF-16 BE');
  const guess = guessUtf16(bytes);
  if (guess) return utf16(bytes, guess, guess === 'utf-16le' ? 'UTF-16 LE' : 'UTF-16 BE');
  if (isUtf8(bytes)) return utf8(bytes, 'UTF-8');
  const declared = readDeclared(bytes);
  if (declared) return { text: declared.decode(bytes), encoding: declared.encoding, repairs: [] };
  if (countControls(bytes) * 50 > bytes.length) return refuse('binary data');
  if (!isWestern(bytes)) return { problem: 'is in an encoding that cannot be told, save it as UTF-8' };
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    encoding: 'Windows-1252',
    warning: 'is not UTF-8, read as Windows-1252, save it as UTF-8 if words look wrong',
    repairs: [],
  };
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or Office file', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

function utf8(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const repaired = repairMojibake(text);
  if (repaired === undefined) return { text, encoding, repairs: [] };
  return {
    text: repaired,
    encoding,
    warning: 'was UTF-8 read as Windows-1252 and saved again, repaired, check a line with accents',
    repairs: ['doubly encoded characters repaired'],
  };
}

function utf16(bytes: Uint8Array, label: string, encoding: string): Decoded {
  return { text: new TextDecoder(label).decode(bytes), encoding, repairs: [] };
}

/**
 * Text where `’` was read as `â€™`. Where the whole text can be turned back, it is; else the runs of
 * characters that are valid UTF-8 are, as where a page mixes texts. Anything less is left as it is.
 */
export function repairMojibake(text: string): string | undefined {
  if (!ODD.test(text)) return undefined;
  const repaired = turnBack(text) ?? text.replaceAll(RUN, (run) => turnBack(run) ?? run);
  return repaired.length < text.length && !repaired.includes('\ufffd') ? repaired : undefined;
}

const ODD = /[ÂÃÄÅÐÑâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const RUN = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/g;

/** The text whose bytes these characters are, if they are the bytes of one. */
function turnBack(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const byte = code < 0x100 ? code : CP1252.get(text.charAt(i));
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : undefined;
}

const CP1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x20 }, (_, i) => 0x80 + i).map((byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte);
}

/** UTF-16 without a mark: nearly every second byte is zero in the first 400 bytes. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = Math.min(bytes.length & ~1, 400);
  if (sample < 8) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < sample; i += 1) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd * 2.5 > sample && even * 20 < sample) return 'utf-16le';
  if (even * 2.5 > sample && odd * 20 < sample) return 'utf-16be';
  return undefined;
}

/** The encoding that a web page states at its top, unless it is the one that was tried in vain. */
function readDeclared(bytes: Uint8Array): TextDecoder | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const label = /<meta\b[^<>]*?\bcharset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  try {
    const decoder = label === undefined ? undefined : new TextDecoder(label);
    return decoder?.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return undefined; // No encoding has this name.
  }
}

/** Whether much of a text is what no text has: controls, code points of no character, replacements. */
function isBinary(text: string): boolean {
  // Most texts have none of it, which is seen in a tenth of the time.
  if (PLAIN_TEXT.test(text)) return false;
  const odd = text.match(NO_TEXT)?.length ?? 0;
  return odd > 8 ? odd * 10 > text.length : odd * 2 > text.length;
}

/** Letters of western languages, and the marks that news prints. */
const PLAIN_TEXT = /^[\t\n\r\u0020-\u007e\u00a0-\u024f\u2010-\u2026\u20ac]*$/;

/** Escapes colour the logs of terminals, which are text; so are all line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const NO_TEXT = /[\p{Cn}\p{Co}\p{Cs}\ufffd[\p{Cc}--[\t\n\v\f\r\u001b\u0085]]]/gv;

/**
 * Whether bytes can be Windows-1252: no language that is written in it has more letters with accents than
 * without. Cyrillic, Greek or Chinese in an encoding of their own has hardly any others.
 */
function isWestern(bytes: Uint8Array): boolean {
  let plain = 0;
  let accented = 0;
  for (const byte of bytes)
    if (byte >= 0xc0) accented += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) plain += 1;
  return accented <= plain;
}

/** Bytes that no text in Windows-1252 has: controls and its five holes. */
function countControls(bytes: Uint8Array): number {
  let found = 0;
  for (const byte of bytes)
    if (
      byte < 9 ||
      (byte > 13 && byte < 32 && byte !== 27) ||
      byte === 0x81 ||
      byte === 0x8d ||
      byte === 0x8f ||
      byte === 0x90 ||
      byte === 0x9d
    )
      found += 1;
  return found;
}
