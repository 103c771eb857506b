/**
 * The few forms of CBOR (RFC 8949) that the search engine's files are made of: whole numbers, texts
 * and arrays of a stated length. Anything else throws: an update of the engine has to be looked at.
 */
export class CborReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Number of items of the array that begins here. */
  array(): number {
    return this.#head(4);
  }

  text(): Buffer {
    const length = this.#head(3);
    this.at += length;
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at - length, length);
  }

  /** A number of zero or more. */
  number(): number {
    return this.#head(0);
  }

  /** Passes over an array of numbers, negative ones too, and gives its length. */
  skipNumbers(): number {
    const length = this.array();
    const { bytes } = this;
    let { at } = this;
    for (let left = length; left > 0; left -= 1) {
      const head = bytes[at] ?? 0xff;
      if (head > 0x3b) throw new Error('search index: a number was expected');
      const size = head & 0x1f;
      // Sizes 24 to 27 say that 1, 2, 4 or 8 bytes follow.
      at += size < 24 ? 1 : 1 + (1 << (size - 24));
    }
    this.at = at;
    return length;
  }

  #head(kind: number): number {
    const head = this.bytes[this.at] ?? 0xff;
    this.at += 1;
    if (head >> 5 !== kind) throw new Error(`search index: kind ${head >> 5} where ${kind} was expected`);
    const size = head & 0x1f;
    if (size < 24) return size;
    if (size > 26) throw new Error('search index: a number is too large');
    let value = 0;
    for (let left = 1 << (size - 24); left > 0; left -= 1) {
      value = value * 256 + (this.bytes[this.at] ?? 0);
      this.at += 1;
    }
    return value;
  }
}

/** A number of zero or more, as short as it can be written. */
export function cborNumber(value: number): Buffer {
  return head(0, value);
}

/** The beginning of an array; its items follow. */
export function cborArray(length: number): Buffer {
  return head(4, length);
}

export function cborText(text: string | Uint8Array): Buffer {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return Buffer.concat([head(3, bytes.length), bytes]);
}

function head(kind: number, value: number): Buffer {
  const major = kind << 5;
  if (value < 24) return Buffer.of(major | value);
  if (value < 0x100) return Buffer.of(major | 24, value);
  if (value < 0x10000) return Buffer.of(major | 25, value >> 8, value & 0xff);
  const bytes = Buffer.alloc(5);
  bytes[0] = major | 26;
  bytes.writeUInt32BE(value, 1);
  return bytes;
}
