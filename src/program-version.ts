import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');

/** Whatever can change what a build makes of the same seeds: the code, its settings and its libraries. */
const MADE_OF = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/**
 * Digest of the program, hex: caches of another version are of no use. Tests beside the code are part of
 * it, which costs a build after their editing and saves a list of exceptions.
 */
export function readProgramVersion(): string {
  const digest = createHash('sha256').update(process.version);
  const visit = (path: string): void => {
    const place = join(PROJECT, path);
    if (statSync(place).isDirectory()) {
      for (const name of readdirSync(place).sort()) visit(`${path}/${name}`);
      return;
    }
    digest.update(`${path}\0`).update(readFileSync(place)).update('\0');
  };
  for (const path of MADE_OF) visit(path);
  return digest.digest('hex');
}
