/** Plain text is its own traced text. */
import type { FormatText } from './index.ts';

export function readText(text: string): FormatText {
  return { text, facts: {}, changes: [] };
}
