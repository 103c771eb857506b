/**
 * Search in the reader's browser. What it needs from the pages (the index is built from them):
 *
 *   Briefing page: one `data-pagefind-body` around the headline and the numbered lines; every line and
 *   crosshead an element with `id="L31"` inside it; `data-pagefind-ignore` on all that is not the
 *   source's words (line numbers, gap markers, notes, In brief, quote cards, related).
 *   Facts as one element a value, anywhere on the page (filters count outside the body too):
 *     <meta data-pagefind-filter="status[content]" content="kept">
 *     <meta data-pagefind-filter="ref[content]" content="003">
 *     <meta data-pagefind-filter="theme[content]" content="Sanctions">      home theme first, by title
 *     <meta data-pagefind-filter="touches[content]" content="Diplomacy">    home and touched themes, by title
 *     <meta data-pagefind-filter="publisher[content]" content="not stated"> publisher, or `not stated`
 *     <meta data-pagefind-filter="date[content]" content="undated">         ISO day, or `undated`
 *     person, organisation, place: one meta each, canonical name
 *   No data-pagefind-meta and no data-pagefind-sort are needed (values with commas would be split there).
 *   Both scripts must stay files of their own: `vite.build.assetsInlineLimit: 0`, and
 *   `vite.build.modulePreload: false`, because the preloader writes addresses from the root.
 *   A component loads it with `<script>import '../search/start-search.ts'</script>`.
 */
export {};
