/**
 * Checks a finished site, or a copy that a reader downloaded: every word in a source's voice stands
 * in the line that it cites, every link leads somewhere, counts agree, no page asks another host for
 * anything or holds code of its own, and every file is the one that was published.
 */
import { readFile } from 'node:fs/promises';
import { compareCodeUnits } from '../compare-code-units.ts';
import { readEditionRecords } from './edition-records.ts';
import { type Finding, quoteForeign } from './finding.ts';
import { readLineTables } from './line-table.ts';
import { listFiles } from './list-files.ts';
import { attributeOf, elementsOf, parsePage } from './page.ts';
import { checkChecksums } from './verify/check-checksums.ts';
import { checkCode } from './verify/check-code.ts';
import { checkCounts } from './verify/check-counts.ts';
import { checkLinks, collectScriptLinks, collectStyleLinks, type Link } from './verify/check-links.ts';
import { checkSourceText } from './verify/check-source-text.ts';
import { checkVoice } from './verify/check-voice.ts';
import { checkWithheld } from './verify/check-withheld.ts';
import { checkWords } from './verify/check-words.ts';
import type { CheckedPage, CheckedSite } from './verify/checked-page.ts';

/**
 * What is wrong with the site below `folder`, by file and kind; empty = nothing was found.
 *
 * @param withheld file with the words that must not be published; a downloaded copy has none
 */
export async function verifySite(folder: string, withheld?: string): Promise<readonly Finding[]> {
  const paths = await listFiles(folder);
  const { former } = await readEditionRecords(folder, paths);
  const site: CheckedSite = {
    files: new Set(paths),
    tables: await readLineTables(folder, paths),
    former: new Set(former.map((address) => `${address.slice(1)}index.html`)),
  };
  const anchors = new Map<string, ReadonlySet<string>>();
  const links: Link[] = [];
  const findings: Finding[] = [];
  for (const path of paths) {
    const read = (): Promise<string> => readFile(`${folder}/${path}`, 'utf8');
    if (path.endsWith('.html')) {
      const page = toPage(path, await read());
      const code = checkCode(page);
      links.push(...code.links);
      anchors.set(path, new Set(page.ids));
      findings.push(
        ...code.findings,
        ...checkIds(page),
        ...checkWords(page, site),
        ...checkCounts(page, site),
      );
    } else if (path.endsWith('.css')) {
      const styles = await read();
      links.push(...collectStyleLinks(path, styles));
      findings.push(...checkVoice(path, styles));
    } else if (path.startsWith('assets/') && path.endsWith('.js')) {
      links.push(...collectScriptLinks(path, await read()));
    }
  }
  findings.push(
    ...checkLinks(links, site.files, anchors),
    ...(await checkSourceText(folder, site)),
    ...(withheld === undefined ? [] : await checkWithheld(folder, site, withheld)),
    ...(await checkChecksums(folder, site.files)),
  );
  return findings.sort(
    (a, b) =>
      compareCodeUnits(a.file, b.file) ||
      compareCodeUnits(a.kind, b.kind) ||
      compareCodeUnits(a.message, b.message),
  );
}

function toPage(path: string, html: string): CheckedPage {
  const elements = elementsOf(parsePage(html));
  const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
  return { path, elements, ids };
}

function checkIds({ path, ids }: CheckedPage): Finding[] {
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  return [...new Set(twice)].map((id) => ({
    kind: 'duplicate-id',
    file: path,
    message: `${quoteForeign(id)} stands more than once`,
  }));
}
