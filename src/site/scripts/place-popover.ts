/** Space between a popover and what it belongs to, and least distance from the window's edge, in pixels. */
const GAP = 8;
const EDGE = 16;

/** Puts an open popover under its anchor, or over it where there is no room. */
export function placePopover(pop: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - pop.offsetWidth - EDGE));
  const below = at.bottom + GAP;
  const top =
    below + pop.offsetHeight + EDGE < innerHeight ? below : Math.max(GAP, at.top - pop.offsetHeight - GAP);
  Object.assign(pop.style, { left: `${left + scrollX}px`, top: `${top + scrollY}px` });
}
