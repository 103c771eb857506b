/** A function that works each answer out once, for those who ask for the same thousands of times. */
export function remember<V>(answer: (words: string) => V): (words: string) => V {
  const known = new Map<string, V>();
  return (words) => {
    if (!known.has(words)) known.set(words, answer(words));
    // Answered just now, or before.
    return known.get(words) as V;
  };
}
