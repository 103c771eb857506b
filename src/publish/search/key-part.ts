import { createHash } from 'node:crypto';
import { digestOf } from '../../digest-of.ts';
import type { PageInputs } from './gather-inputs.ts';

/** Stands for what is indexed of a page, SHA-256, hex. */
export function digestInputs({ kept, takenOut }: PageInputs): string {
  const digest = createHash('sha256');
  for (const input of [kept, takenOut])
    if (input)
      digest.update(JSON.stringify([input.ref, input.path, Object.entries(input.facts), input.html]));
  return digest.digest('hex');
}

/** Names a part after all that it is made of: the program, the language, and what is indexed of each page. */
export function keyPart(
  digests: readonly string[],
  { version, language }: { readonly version: string; readonly language: string },
): string {
  return digestOf(JSON.stringify([version, language, digests]));
}
