import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Of the places of a page only those that edits ask for: attributes, and the text of style blocks. All take half as long again. */
const placesAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  setNodeSourceCodeLocation(node, location) {
    if ((location && 'attrs' in location) || isStyleText(node)) node.sourceCodeLocation = location;
  },
  getNodeSourceCodeLocation: (node) => (isStyleText(node) ? node.sourceCodeLocation : undefined),
  updateNodeSourceCodeLocation(node, end) {
    if (isStyleText(node)) defaultTreeAdapter.updateNodeSourceCodeLocation(node, end);
  },
};

/** Parses a page, with places of attributes and style blocks, as a browser without script would, so that what stands inside `noscript` is read too. */
export function parsePage(html: string): Node {
  return parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    treeAdapter: placesAdapter,
  });
}

function isStyleText(node: Node): boolean {
  return 'parentNode' in node && node.parentNode?.nodeName === 'style';
}

/** All elements below a node in document order, the contents of templates included. */
export function elementsOf(node: Node): Element[] {
  const found: Element[] = [];
  const visit = (parent: Node): void => {
    if ('content' in parent) visit(parent.content);
    if (!('childNodes' in parent)) return;
    for (const child of parent.childNodes) {
      if ('tagName' in child) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** Value of an attribute (`xlink:href` with its prefix); undefined where it is not set. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attributeName(attribute) === name)?.value;
}

/** Name of an attribute as written in the page, prefix included. */
export function attributeName(attribute: Element['attrs'][number]): string {
  return attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
}

/** All text inside a node, as it would be read; `skip` leaves an element and what is in it out. */
export function textOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && skip(node)) return '';
  return 'childNodes' in node ? node.childNodes.map((child) => textOf(child, skip)).join('') : '';
}
