import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { digestOf } from '../../digest-of.ts';
import type { PageInputs } from './gather-inputs.ts';

/** Rises when the same pages give another part. */
const FORM = 2;

/** Stands for what is indexed of a page, SHA-256, hex. */
export function digestInputs({ kept, takenOut }: PageInputs): string {
  const digest = createHash('sha256');
  for (const input of [kept, takenOut])
    if (input)
      digest.update(JSON.stringify([input.ref, input.path, Object.entries(input.facts), input.html]));
  return digest.digest('hex');
}

/** Names a part after all that it is made of: the engine, the language, and what is indexed of each page. */
export function keyPart(digests: readonly string[], language: string): string {
  return digestOf(JSON.stringify([FORM, engineVersion(), language, digests]));
}

let version: string | undefined;
function engineVersion(): string {
  const description = new URL('../package.json', import.meta.resolve('pagefind'));
  // A package's description of itself has a version.
  version ??= (JSON.parse(readFileSync(description, 'utf8')) as { version: string }).version;
  return version;
}
