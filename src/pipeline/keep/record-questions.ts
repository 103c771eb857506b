/** What annotating an article asks of the others, written down so that the next run can ask it again. */
import type { CorpusNames, KnownNames } from '../language/names/collect-names.ts';
import type { Asked } from './kept-articles.ts';
import { keyOf } from './key-of.ts';

export interface Recorder {
  /** Answers as the corpus does, and remembers what was asked. */
  readonly known: KnownNames;
  asked(): Asked;
}

/** Digests of the answers of one corpus, each worked out once. */
export interface Answers {
  record(): Recorder;
  /** Whether the corpus would answer these questions as it did then. */
  areSame(asked: Asked): boolean;
}

export function answerFrom(corpus: CorpusNames): Answers {
  const bySurname = digestAnswers(corpus.bySurname);
  const byOffice = digestAnswers(corpus.roles);
  const answersTo = (surnames: Iterable<string>, offices: Iterable<string>): string =>
    keyOf([[...surnames].map(bySurname), [...offices].map(byOffice)]);
  return {
    record() {
      const surnames = new Set<string>();
      const offices = new Set<string>();
      return {
        known: {
          bySurname: { get: (surname) => corpus.bySurname.get(note(surnames, surname)) },
          roles: { get: (office) => corpus.roles.get(note(offices, office)) },
        },
        asked: () => ({
          surnames: [...surnames],
          offices: [...offices],
          answers: answersTo(surnames, offices),
        }),
      };
    },
    areSame: ({ surnames, offices, answers }) => answersTo(surnames, offices) === answers,
  };
}

function note(questions: Set<string>, question: string): string {
  questions.add(question);
  return question;
}

/** 0 where there is no answer: most capitalised words are nobody's surname. */
function digestAnswers<T>(answers: ReadonlyMap<string, T>): (question: string) => string | 0 {
  const digests = new Map<string, string>();
  return (question) => {
    const known = digests.get(question);
    if (known !== undefined) return known;
    const answer = answers.get(question);
    if (answer === undefined) return 0;
    const digest = keyOf(answer);
    digests.set(question, digest);
    return digest;
  };
}
