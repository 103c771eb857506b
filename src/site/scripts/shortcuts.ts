/** One row of the keyboard page. */
interface Shortcut {
  readonly keys: readonly string[];
  readonly where: string;
  readonly does: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['/', 'Ctrl K', '⌘ K'], where: 'anywhere', does: 'Open search' },
  { keys: ['↓', '↑'], where: 'search', does: 'Move between hits; from the first back to the field' },
  { keys: ['Enter'], where: 'search', does: 'Open at the line; with Ctrl or ⌘ in a new tab' },
  { keys: ['Esc'], where: 'search, original line, preview of a name', does: 'Close' },
  { keys: ['j', 'k'], where: 'briefing, source', does: 'Next line, previous line' },
  { keys: ['Enter'], where: 'on a line number', does: 'Open the original line' },
  { keys: ['c'], where: 'on a line', does: 'Copy the citation' },
  { keys: ['s'], where: 'briefing, source', does: 'Swap briefing and source at this line' },
  { keys: ['[', ']'], where: 'briefing', does: 'Previous, next in the theme' },
  { keys: ['?'], where: 'anywhere', does: 'Open this page' },
];
