/** All quotations by speaker; what nobody is named for stands at the end. */
import type { NameLink, QuoteCard, QuotesMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Page } from '../write/serialise.ts';
import { composeQuoteCard } from './compose-quote-card.ts';
import type { CorpusIndex } from './index-corpus.ts';

export function composeQuotes(index: CorpusIndex): Page[] {
  const cards = index.corpus.quotations
    .filter(({ quotation }) => quotation.kind !== 'scare')
    .map((entry) => composeQuoteCard(index, entry));
  if (cards.length === 0) return [];
  const bySpeaker = Map.groupBy(cards, speakerKey);
  const unattributed = bySpeaker.get('') ?? [];
  bySpeaker.delete('');
  const matter: QuotesMatter = {
    kind: 'quotes',
    path: '/quotes/',
    title: 'Quotes',
    description: 'What the sources quote, by speaker, each with its line.',
    speakers: [...bySpeaker]
      .map(([id, quotes]) => {
        const link: NameLink | undefined = quotes[0]?.speaker;
        return { id, name: link?.name ?? quotes[0]?.speakerWords ?? '', link, quotes };
      })
      .sort((a, b) => b.quotes.length - a.quotes.length || compareCodeUnits(a.name, b.name)),
    unattributed,
  };
  return [{ matter, body: [] }];
}

/** An anchor: the name's id, or a slug of the words that stand for the speaker; empty for nobody. */
function speakerKey(card: QuoteCard): string {
  if (card.speaker) return card.speaker.id;
  return (card.speakerWords ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
