import { type Finding, quoteForeign } from '../finding.ts';
import { POLICY } from '../headers.ts';
import { attributeName, attributeOf, type Element, textOf } from '../page.ts';
import { ADDRESS_ATTRIBUTES, ADDRESS_LIST_ATTRIBUTES } from '../portable-links.ts';
import { collectStyleLinks, type Link } from './check-links.ts';
import type { CheckedPage } from './checked-page.ts';

/** Elements that only point at an address; every other address makes the browser ask for it. */
const POINTING = new Set(['a', 'area', 'form', 'button', 'input', 'blockquote', 'q', 'ins', 'del']);
/** Relations of a `link` that only point. */
const POINTING_RELATIONS = new Set(['canonical', 'alternate', 'license', 'prev', 'next', 'author', 'me']);
/** The one page that holds a style block, because it is shown at any depth. */
const NOT_FOUND_PAGE = '404.html';

/** Checks that a page holds no code or styles of its own and has the policy; collects its links. */
export function checkCode(page: CheckedPage): {
  readonly findings: readonly Finding[];
  readonly links: readonly Link[];
} {
  const findings: Finding[] = [];
  const links: Link[] = [];
  const report = (kind: Finding['kind'], message: string): void => {
    findings.push({ kind, file: page.path, message });
  };
  let styleBlocks = 0;
  for (const element of page.elements) {
    const { tagName, attrs } = element;
    for (const attribute of attrs) {
      const name = attributeName(attribute);
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
        report(
          'inline-code',
          `\`${tagName}\` has the attribute \`${name}\` ${quoteForeign(attribute.value)}`,
        );
      const request = !isPointing(element);
      if (ADDRESS_ATTRIBUTES.has(name)) links.push({ file: page.path, address: attribute.value, request });
      else if (ADDRESS_LIST_ATTRIBUTES.has(name))
        for (const candidate of attribute.value.split(','))
          links.push({ file: page.path, address: candidate.trim().split(/\s/)[0] ?? '', request });
      else if (attribute.value.includes('url(')) links.push(...collectStyleLinks(page.path, attribute.value));
    }
    if (tagName === 'style') {
      styleBlocks += 1;
      links.push(...collectStyleLinks(page.path, textOf(element)));
    }
    if (tagName === 'base') report('inline-code', 'a `base` element changes what every link means');
    if (tagName === 'script' && attributeOf(element, 'src') === undefined && !isData(element))
      report('inline-code', `a script stands in the page: ${quoteForeign(textOf(element))}`);
  }
  if (styleBlocks > (page.path === NOT_FOUND_PAGE ? 1 : 0))
    report('inline-code', `${styleBlocks} style blocks stand in the page`);
  findings.push(...checkPolicy(page));
  return { findings, links };
}

function isPointing(element: Element): boolean {
  if (element.tagName !== 'link') return POINTING.has(element.tagName);
  const relations = (attributeOf(element, 'rel') ?? '').split(/\s+/);
  return relations.every((relation) => POINTING_RELATIONS.has(relation));
}

function isData(script: Element): boolean {
  return attributeOf(script, 'type') === 'application/ld+json';
}

/** Every page must carry the policy of the table, less what a meta element cannot say. */
function checkPolicy({ path, elements }: CheckedPage): Finding[] {
  const meta = elements.find(
    (element) =>
      element.tagName === 'meta' &&
      attributeOf(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  if (meta === undefined) return [{ kind: 'policy', file: path, message: 'no policy' }];
  const said = new Map<string, string>();
  for (const directive of (attributeOf(meta, 'content') ?? '').split(';')) {
    const [name = '', ...values] = directive.trim().split(/\s+/);
    said.set(name, values.join(' '));
  }
  const findings: Finding[] = [];
  for (const [name, value] of Object.entries(POLICY)) {
    if (name === 'frame-ancestors') continue;
    const found = said.get(name);
    const withHash =
      path === NOT_FOUND_PAGE && name === 'style-src' && found?.startsWith(`${value} 'sha256-`);
    if (found !== value && !withHash)
      findings.push({
        kind: 'policy',
        file: path,
        message: `\`${name}\` is ${quoteForeign(found ?? 'not set')}, expected \`${value}\``,
      });
  }
  return findings;
}
