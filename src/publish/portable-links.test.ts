import { describe, expect, it } from 'vitest';
import { attributeName, type Element, elementsOf, parsePage, textOf } from './page.ts';
import { portableAddress, relinkPage, relinkStyles } from './portable-links.ts';

const root = 'https://harbour.example/news';

it.each([
  ['index.html', '/', './'],
  ['index.html', '/a/b/', 'a/b/'],
  ['index.html', '/a/b/index.html', 'a/b/'],
  ['a/b/index.html', '/', '../../'],
  ['a/b/index.html', '/?q=1#x', '../../?q=1#x'],
  ['a/b/index.html', '/a/', '../'],
  ['a/b/index.html', '/a/data.json', '../data.json'],
  ['a/b/index.html', '/a/b/#L3', '#L3'],
  ['a/b/index.html', '/a/b/', './'],
  ['a/b/index.html', '/assets/x.css', '../../assets/x.css'],
  ['a/b/index.html', 'https://other.example/', 'https://other.example/'],
  ['a/b/index.html', '//other.example/', '//other.example/'],
  ['a/b/index.html', '#L3', '#L3'],
  ['a/b/index.html', 'mailto:x@harbour.example', 'mailto:x@harbour.example'],
  ['assets/x.css', '/assets/f.woff2', 'f.woff2'],
  ['404.html', '/a/b', '/a/b'],
])('from %s, %s is %s', (from, address, expected) => {
  expect(portableAddress(from, address)).toBe(expected);
});

it('gives the page for unknown addresses full ones', () => {
  expect(portableAddress('404.html', '/a/b/', root)).toBe('https://harbour.example/news/a/b/');
});

const relink = (address: string): string => address.replace(/^\//, '../');

const say = (element: Element): unknown => [
  element.tagName,
  element.attrs.map((attribute) => [attributeName(attribute), attribute.value]),
  textOf(element),
];

describe('relinkPage', () => {
  it.each([
    ['<a href=/x>y</a>', '<a href="../x">y</a>'],
    ['<A  HREF = \'/x?a=1&amp;b="2"\' class=c>', '<A  href="../x?a=1&amp;b=&quot;2&quot;" class=c>'],
    ['<img srcset="/a 1x,/b 2x" src=/c>', '<img srcset="../a 1x, ../b 2x" src="../c">'],
    ['<svg><use xlink:href="/i.svg#a"/></svg>', '<svg><use xlink:href="../i.svg#a"/></svg>'],
    ['<svg><rect fill="url(/p.svg#g)"/></svg>', '<svg><rect fill="url(&quot;../p.svg#g&quot;)"/></svg>'],
    ['<style>a{background:url(/x.png)}</style>', '<style>a{background:url("../x.png")}</style>'],
    ['<noscript><a href="/x">y</a></noscript>', '<noscript><a href="../x">y</a></noscript>'],
    ['<template><a href="/x">y</a></template>', '<template><a href="../x">y</a></template>'],
    ['<p>href="/x" <!-- <a href="/x"> --></p>', '<p>href="/x" <!-- <a href="/x"> --></p>'],
    ['<p><b><a href="/x"><p>badly</b> nested</a>', '<p><b><a href="../x"><p>badly</b> nested</a>'],
    ['<form action="/s/"><button formaction="/t/">', '<form action="../s/"><button formaction="../t/">'],
    ['<p title="/x" data-x="/x">', '<p title="/x" data-x="/x">'],
  ])('turns %s into %s', (html, expected) => {
    const elements = elementsOf(parsePage(html));
    expect(relinkPage(html, elements, relink)).toBe(expected);
    // What is checked afterwards are these elements, in place of those of the text.
    expect(elements.map(say)).toEqual(elementsOf(parsePage(expected)).map(say));
  });
});

it.each([
  ['a{b:url(/x.png)}', 'a{b:url("../x.png")}'],
  ["a{b:url( '/x.png' )}", 'a{b:url("../x.png")}'],
  ['a{b:url(data:x)}', 'a{b:url(data:x)}'],
  ['a{b:url(#g)}', 'a{b:url(#g)}'],
  ['@import "/y.css";', '@import "../y.css";'],
])('turns the styles %s into %s', (styles, expected) => {
  expect(relinkStyles(styles, relink)).toBe(expected);
});
