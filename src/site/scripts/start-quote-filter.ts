/** The filter of the quotations: its script comes when a reader chooses, or when the address says what was chosen. */
export function startQuoteFilter(): void {
  const filter = document.getElementById('quote-filter');
  if (!filter) return;
  const start = (): void => {
    filter.removeEventListener('change', start);
    import('./filter-quotes.ts').then(
      ({ filterQuotes }) => filterQuotes(filter),
      // A failure may pass: the next choice tries again.
      () => filter.addEventListener('change', start),
    );
  };
  filter.addEventListener('change', start);
  if (/[?&](?:theme|source)=/.test(location.search)) start();
}
