import { expect, it } from 'vitest';
import { CborReader, cborArray, cborNumber, cborText } from './cbor.ts';
import { mergeWords } from './merge-words.ts';

type Pages = readonly (readonly [page: number, ...places: number[]])[];

/** Words as the engine encodes them: pages by their distance, places, no metadata. */
function encode(
  words: Readonly<Record<string, Pages>>,
  variants: Readonly<Record<string, readonly [string, Pages]>> = {},
): Buffer {
  const pagesOf = (pages: Pages): Buffer[] => {
    let before = 0;
    return [
      cborArray(pages.length),
      ...pages.flatMap(([page, ...places]) => {
        const distance = page - before;
        before = page;
        return [
          cborArray(3),
          cborNumber(distance),
          cborArray(places.length),
          ...places.map(cborNumber),
          cborArray(0),
        ];
      }),
    ];
  };
  return Buffer.concat(
    Object.entries(words).flatMap(([word, pages]) => {
      const variant = variants[word];
      return [
        cborArray(3),
        cborText(word),
        ...pagesOf(pages),
        ...(variant === undefined
          ? [cborArray(0)]
          : [cborArray(1), cborArray(2), cborText(variant[0]), ...pagesOf(variant[1])]),
      ];
    }),
  );
}

it('lists the pages of all parts, numbered through', () => {
  const merged = mergeWords([
    {
      words: encode({
        ferry: [
          [0, 3],
          [2, 1, 900],
        ],
        harbour: [[1, 7]],
      }),
      pagesBefore: 0,
    },
    { words: encode({ berth: [[0, 2]], ferry: [[1, 4]] }, { ferry: ['férry', [[0, 9]]] }), pagesBefore: 3 },
    { words: encode({}), pagesBefore: 5 },
    { words: encode({ ferry: [[0, 1]] }, { ferry: ['férry', [[70, 8]]] }), pagesBefore: 5 },
  ]);
  const together = encode(
    {
      berth: [[3, 2]],
      ferry: [
        [0, 3],
        [2, 1, 900],
        [4, 4],
        [5, 1],
      ],
      harbour: [[1, 7]],
    },
    {
      ferry: [
        'férry',
        [
          [3, 9],
          [75, 8],
        ],
      ],
    },
  );
  expect(merged.common).toEqual([]);
  expect(merged.chunks).toHaveLength(1);
  const reader = new CborReader(merged.chunks[0]?.bytes ?? Buffer.alloc(0));
  expect([reader.array(), reader.array()]).toEqual([1, 3]);
  expect(Buffer.from(reader.bytes.subarray(reader.at))).toEqual(together);
});

it('begins a file where the beginning of words changes, and names a word that stands everywhere', () => {
  const often: Pages = Array.from(
    { length: 9000 },
    (_, page) => [page, ...Array.from({ length: 10 }, () => 1)] as const,
  );
  const some: Pages = often.slice(0, 700);
  const { chunks, common } = mergeWords([
    {
      words: encode({
        harbor: some,
        harbour: some,
        harbours: [[1, 1]],
        island: [[2, 2]],
        the: often,
        zoo: [[1, 1]],
      }),
      pagesBefore: 0,
    },
  ]);
  expect(chunks.map(({ from, to }) => [from, to])).toEqual(
    [
      ['harbor', 'h'],
      ['i', 't'],
      ['z', 'zoo'],
    ].map(([from, to]) => [from, to === 'h' ? 'harbours' : to]),
  );
  expect(common).toEqual(['the']);
});

it('refuses words of another form', () => {
  expect(() => mergeWords([{ words: Buffer.concat([cborArray(2), cborText('x')]), pagesBefore: 0 }])).toThrow(
    'unknown form',
  );
});
