/** A report by mail says which page it is about: the address with the line that was opened last. */
export function reportFromHere(): void {
  const link = document.querySelector<HTMLAnchorElement>('#report[href^="mailto:"]');
  const mail = link?.href;
  const more = mail?.includes('?') ? '&' : '?';
  link?.addEventListener('click', () => {
    link.href = `${mail}${more}subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(location.href)}`;
  });
}
