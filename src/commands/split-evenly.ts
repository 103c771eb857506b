/**
 * A list in as few runs of about the same weight as `most` allows, in its order, so that no run is left with a
 * handful. A run may be heavier than `most` by half of its first and of its last item. Of nothing one run, which
 * is empty.
 */
export function splitEvenly<T>(items: readonly T[], weights: readonly number[], most: number): T[][] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const share = all / Math.max(1, Math.ceil(all / most)) || 1;
  const runs: T[][] = [[]];
  let before = 0;
  let last = 0;
  for (const [at, item] of items.entries()) {
    const weight = weights[at] ?? 0;
    // An item belongs to the share that its middle falls into.
    const place = Math.floor((before + weight / 2) / share);
    if (at > 0 && place > last) runs.push([]);
    runs.at(-1)?.push(item);
    before += weight;
    last = place;
  }
  return runs;
}
