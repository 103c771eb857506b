import { expect, it } from 'vitest';
import { cutIndexed } from './cut-indexed.ts';

const HEAD =
  '<!doctype html><html><head><meta charset="utf-8"><meta name="x" content="not > this"><meta property="search:ref" data-pagefind-filter="ref[content]" content="007"><meta data-pagefind-filter="theme[content]" content="Harbours &amp; &quot;canals&quot;"><meta data-pagefind-filter="theme[content]" content="ferries"></head>';

it('reads the facts of the head, every value in its order', () => {
  expect(cutIndexed(`${HEAD}<body></body></html>`)).toEqual({
    facts: { ref: ['007'], theme: ['Harbours & "canals"', 'ferries'] },
    html: '',
  });
});

it.each([
  [
    'leaves out what is around it',
    '<nav>a</nav><main data-pagefind-body><p>b</p></main>c',
    '<main data-pagefind-body><p>b</p></main>',
  ],
  [
    'joins several',
    '<h1 data-pagefind-body>a</h1>x<div data-pagefind-body>b</div>',
    '<h1 data-pagefind-body>a</h1><div data-pagefind-body>b</div>',
  ],
  [
    'counts elements of its name',
    '<div data-pagefind-body><div>a</div>b</div>c',
    '<div data-pagefind-body><div>a</div>b</div>',
  ],
  [
    'leaves out what is ignored, with elements of its name',
    '<div data-pagefind-body>a<span data-pagefind-ignore><span>x</span>y</span>b</div>',
    '<div data-pagefind-body>ab</div>',
  ],
  [
    'leaves out an ignored element without an end',
    '<div data-pagefind-body>a<img data-pagefind-ignore alt="x">b<br>c</div>',
    '<div data-pagefind-body>ab<br>c</div>',
  ],
  [
    'is not misled by signs in attributes',
    '<div title="</div> > a" data-pagefind-body>a</div>b',
    '<div title="</div> > a" data-pagefind-body>a</div>',
  ],
  [
    'reads through links and spans',
    '<p data-pagefind-body>a <a class="e" href="x">b</a><span id="s">c</span> <abbr>d</abbr></p>',
    '<p data-pagefind-body>a bc <abbr>d</abbr></p>',
  ],
])('%s', (_, body, expected) => {
  expect(cutIndexed(`${HEAD}<body>${body}</body></html>`).html).toBe(expected);
});

it('takes time in proportion to a page of unfinished tags', () => {
  const started = performance.now();
  for (const text of ['<a b="', '<a ', '<', '<p data-pagefind-body><a b=\'"'])
    cutIndexed(text.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
