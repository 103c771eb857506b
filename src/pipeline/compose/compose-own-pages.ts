/** Pages of the editor's own: about, contact, imprint. */
import type { OwnMatter } from '../../briefing.ts';
import type { OwnPage } from '../editorial/own-pages.ts';
import type { BodyNode, Page } from '../write/serialise.ts';

export interface CheckedPage {
  readonly page: OwnPage;
  readonly body: readonly BodyNode[];
}

export function composeOwnPages(pages: readonly CheckedPage[]): Page[] {
  return pages.map(({ page, body }) => {
    const { id, title, description } = page;
    const matter: OwnMatter = { kind: 'own', path: `/${id}/`, title, description };
    return { matter, body };
  });
}
