import { hash } from 'node:crypto';

/** SHA-256 of a content, hex. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}
