import type { ThemeChip } from '../briefing.ts';

/** Slots that have a colour and a glyph of their own; further themes take ink and their first letter. */
export const THEME_SLOTS = 8;

/** The class that gives a theme its colour. */
export function themeClass({ slot }: ThemeChip): string {
  return slot >= 1 && slot <= THEME_SLOTS ? `th-${slot}` : 'th-0';
}

/** The address of a theme's page. */
export function themePath({ id }: ThemeChip): string {
  return `/themes/${id}/`;
}
