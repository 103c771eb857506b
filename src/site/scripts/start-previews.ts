/** Previews of names, for a pointer and for the keyboard; their script comes with the first name that one of them reaches. */
export function startPreviews(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const start = (event: Event): void => {
    const name = (event.target as Element).closest<HTMLAnchorElement>('a.e');
    // A finger follows a link and cannot rest on it; the focus that it leaves there is not to be seen.
    if (event instanceof PointerEvent ? event.pointerType === 'touch' : !name?.matches(':focus-visible'))
      return;
    if (name)
      import('./preview-name.ts').then(
        ({ previewName }) => previewName(name),
        // It stays the link that it is.
        () => {},
      );
  };
  document.addEventListener('pointerover', start);
  document.addEventListener('focusin', start);
}
