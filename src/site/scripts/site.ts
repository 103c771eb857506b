/** What script adds to pages that are complete without it. Search has a file of its own. */
import { checkSharedLine } from './check-shared-line.ts';
import { openOriginals } from './open-originals.ts';
import { reportFromHere } from './report-from-here.ts';
import { startPreviews } from './start-previews.ts';
import { startQuoteFilter } from './start-quote-filter.ts';
import { switchKeys } from './switch-keys.ts';
import { switchScheme } from './switch-scheme.ts';
import { watchKeys } from './watch-keys.ts';

switchScheme();
switchKeys();
openOriginals();
watchKeys();
reportFromHere();
checkSharedLine();
startQuoteFilter();
startPreviews();
addEventListener('hashchange', checkSharedLine);
