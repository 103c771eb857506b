/** Everything that the editor decides, read and checked before the first seed is opened. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { compareCodeUnits } from '../../compare-code-units.ts';
import { type Edition, readEditions } from '../edition/read-editions.ts';
import type { NameEntry, Theme } from '../types.ts';
import { readNames } from './names.ts';
import { type OwnPage, readOwnPage } from './own-pages.ts';
import { type References, readReferences } from './references.ts';
import { readSite, type SiteSettings } from './site.ts';
import { readThemes } from './themes.ts';

export interface EditorialContent {
  /** Absent when the file is missing or wrong: nothing can be built then. */
  readonly site: SiteSettings | undefined;
  /** SVG text of the site's logo. */
  readonly logo?: string | undefined;
  /** In the editor's order. A theme file with a mistake is left out and reported. */
  readonly themes: readonly { readonly theme: Theme; readonly file: VFile }[];
  /** In the editor's order. */
  readonly pages: readonly { readonly page: OwnPage; readonly file: VFile }[];
  readonly names: readonly NameEntry[];
  /** Absent when the table is wrong: an address could change. */
  readonly references: References | undefined;
  /** Recorded editions, first one first; absent when their file is wrong: an old address could be lost. */
  readonly editions: readonly Edition[] | undefined;
  /** All files that were read, with their messages. */
  readonly files: readonly VFile[];
}

/** @param contentDir absolute path of the content folder */
export async function readEditorial(contentDir: string): Promise<EditorialContent> {
  const found = await readText(contentDir, 'site.yaml');
  const siteFile = found ?? new VFile({ path: join(contentDir, 'site.yaml') });
  if (!found)
    siteFile.message('is missing, expected `title:` and `description:` of the site', {
      ruleId: 'site',
      source: 'sourceline',
    }).fatal = true;
  const site = found && readSite(found);
  const logo = site?.logo === undefined ? undefined : await readLogo(contentDir, site.logo, siteFile);

  const themeFiles = await readFolder(contentDir, 'themes', '.md');
  const themes = readThemes(themeFiles.files).sort(
    (a, b) => a.theme.order - b.theme.order || compareCodeUnits(a.theme.id, b.theme.id),
  );

  const pageFiles = await readFolder(contentDir, 'pages', '.md');
  const pages = pageFiles.files
    .flatMap((file) => {
      const page = readOwnPage(file);
      return page ? [{ page, file }] : [];
    })
    .sort((a, b) => a.page.order - b.page.order || compareCodeUnits(a.page.id, b.page.id));

  const nameFiles = await readFolder(contentDir, 'names', '.yaml');
  const names = readNames(nameFiles.files);

  const referencesFile =
    (await readText(contentDir, 'references.csv')) ?? new VFile({ path: join(contentDir, 'references.csv') });
  const references = readReferences(referencesFile);
  const editionsFile =
    (await readText(contentDir, 'editions.jsonl')) ?? new VFile({ path: join(contentDir, 'editions.jsonl') });
  const editions = readEditions(editionsFile);
  return {
    site,
    logo,
    themes,
    pages,
    names: names.entries,
    references,
    editions,
    files: [
      siteFile,
      ...[themeFiles, pageFiles, nameFiles].flatMap(({ files, others }) => [...files, ...others]),
      referencesFile,
      editionsFile,
    ],
  };
}

/** The drawing, or undefined with a fatal message on the settings that name it. */
async function readLogo(contentDir: string, name: string, siteFile: VFile): Promise<string | undefined> {
  const file = await readText(contentDir, name);
  if (file && /<svg[\s>]/.test(String(file))) return String(file);
  const reason = `\`logo\`: ${file ? 'the file holds no SVG drawing' : 'there is no such file in the content folder'}`;
  const line =
    String(siteFile)
      .split('\n')
      .findIndex((text) => text.startsWith('logo:')) + 1;
  siteFile.message(reason, { place: { line, column: 1 }, ruleId: 'site', source: 'sourceline' }).fatal = true;
  return undefined;
}

async function readText(contentDir: string, path: string): Promise<VFile | undefined> {
  const full = join(contentDir, path);
  try {
    return new VFile({ path: full, value: await readFile(full, 'utf8') });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const file = new VFile({ path: full });
    file.message(`cannot be read: ${(error as Error).message}`, { ruleId: 'unreadable' }).fatal = true;
    return file;
  }
}

/** What somebody may have meant as one of the editor's files; what programs leave beside them is not. */
const MEANT = /^(?!\.|README\.).*\.(?:md|markdown|mdx|txt|ya?ml|json|csv)$/i;

/**
 * The files of a folder, in order of their names.
 *
 * @param extension with its dot; another one is a fatal message on a file that is not opened
 */
async function readFolder(
  contentDir: string,
  folder: string,
  extension: string,
): Promise<{ readonly files: readonly VFile[]; readonly others: readonly VFile[] }> {
  let names: string[];
  try {
    names = await readdir(join(contentDir, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { files: [], others: [] };
    throw error;
  }
  const meant = names.filter((name) => MEANT.test(name)).sort(compareCodeUnits);
  const wanted = meant.filter((name) => name.endsWith(extension));
  const files = await Promise.all(wanted.map((name) => readText(contentDir, `${folder}/${name}`)));
  const others = meant
    .filter((name) => !name.endsWith(extension))
    .map((name) => {
      const file = new VFile({ path: join(contentDir, folder, name) });
      const reason = `is not read, expected a name that ends in \`${extension}\``;
      file.message(reason, { ruleId: 'unknown-file', source: 'sourceline' }).fatal = true;
      return file;
    });
  return { files: files.filter((file) => file !== undefined), others };
}
