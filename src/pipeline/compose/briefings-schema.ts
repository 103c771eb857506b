/** JSON Schema of `data/briefings.jsonl`, published beside it: one record a briefing. */
const lineNumbers = {
  type: 'array',
  items: { type: 'integer', minimum: 1 },
  description: 'Lines of the source',
};
const standing = {
  enum: ['stated', 'editor', 'derived'],
  description: 'Who says so: the source, the editor, or a rule that derived it',
};
const fact = {
  type: ['object', 'null'],
  description: 'null where nobody states it',
  required: ['text', 'standing'],
  properties: { text: { type: 'string' }, standing, line: { type: 'integer', minimum: 1 } },
};
const names = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'name', 'printed', 'lines'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string' },
      printed: { type: 'array', items: { type: 'string' }, description: 'Spellings as printed' },
      lines: lineNumbers,
    },
  },
};

export const BRIEFINGS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Briefing',
  description:
    'One record a line: what was kept, set aside and removed of a source, and what was found in it.',
  type: 'object',
  required: [
    ...['ref', 'seed', 'sha256', 'path', 'url', 'headline', 'publisher', 'author', 'published', 'language'],
    ...['themes', 'lines', 'people', 'organisations', 'places', 'quotations', 'figures', 'links'],
  ],
  additionalProperties: false,
  properties: {
    ref: { type: 'string', description: 'Reference of the source, assigned once' },
    seed: { type: 'string', description: 'Path below the seeds folder' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    path: { type: 'string', description: 'Address of the briefing below the site' },
    url: fact,
    headline: { ...fact, type: 'object' },
    publisher: fact,
    author: fact,
    published: { ...fact, properties: { ...fact.properties, date: { type: 'string', format: 'date' } } },
    language: { type: ['string', 'null'], description: 'BCP 47, null below confidence' },
    themes: {
      type: 'array',
      description: 'Strongest first; the first is the home theme',
      items: {
        type: 'object',
        required: ['id', 'score', 'terms', 'lines'],
        properties: {
          id: { type: 'string' },
          score: { type: 'number' },
          terms: { type: 'array', items: { type: 'string' } },
          lines: lineNumbers,
        },
      },
    },
    lines: {
      type: 'array',
      description: 'Every line that is not blank',
      items: {
        type: 'object',
        required: ['n', 'status', 'role', 'rule', 'text'],
        properties: {
          n: { type: 'integer', minimum: 1 },
          status: { enum: ['kept', 'set-aside', 'removed'] },
          role: {
            enum: [
              ...['headline', 'crosshead', 'paragraph', 'caption', 'clip-title', 'author-box'],
              ...['byline', 'dateline', 'attribution', 'boilerplate'],
            ],
          },
          rule: { type: ['string', 'null'], description: 'The rule that decided' },
          text: { type: 'string', description: 'Empty where the words are not republished' },
        },
      },
    },
    people: names,
    organisations: names,
    places: names,
    quotations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['text', 'speaker', 'lines', 'kind', 'rule', 'confidence'],
        properties: {
          text: { type: 'string' },
          speaker: {
            type: ['object', 'null'],
            required: ['id', 'name'],
            properties: {
              id: { type: ['string', 'null'], description: 'null where the speaker is words, not a name' },
              name: { type: 'string' },
            },
          },
          lines: lineNumbers,
          kind: { enum: ['full', 'partial', 'headline', 'scare'] },
          rule: { type: 'string' },
          confidence: { enum: ['high', 'medium', 'low'] },
        },
      },
    },
    figures: {
      type: 'array',
      items: {
        type: 'object',
        required: ['text', 'value', 'lower', 'unit', 'qualifier', 'whose', 'claimant', 'line'],
        properties: {
          text: { type: 'string' },
          value: { type: 'number', description: 'Of a range, its upper end' },
          lower: { type: ['number', 'null'], description: 'Lower end of a range' },
          unit: { type: 'string' },
          qualifier: { type: ['string', 'null'] },
          whose: { type: ['string', 'null'] },
          claimant: { type: ['string', 'null'] },
          line: { type: 'integer', minimum: 1 },
        },
      },
    },
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['to', 'reasons'],
        properties: {
          to: { type: 'string' },
          reasons: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['kind', 'text', 'from', 'to'],
              properties: {
                kind: { type: 'string' },
                text: { type: 'string' },
                from: lineNumbers,
                to: lineNumbers,
              },
            },
          },
        },
      },
    },
  },
} as const;
