import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PartInputs } from './index-part.ts';

/** Rises when the same pages give another part. */
const FORM = 1;

/** Names a part after all that it is made of: the engine, the language, and what is indexed of each page. */
export function keyPart({ kept, takenOut }: PartInputs, language: string): string {
  const digest = createHash('sha256').update(JSON.stringify([FORM, engineVersion(), language]));
  for (const { ref, path, facts, html } of [...kept, ...takenOut])
    digest.update(JSON.stringify([ref, path, Object.entries(facts), html]));
  return digest.digest('hex');
}

let version: string | undefined;
function engineVersion(): string {
  const description = new URL('../package.json', import.meta.resolve('pagefind'));
  // A package's description of itself has a version.
  version ??= (JSON.parse(readFileSync(description, 'utf8')) as { version: string }).version;
  return version;
}
