/** Items that are worked on without waiting, so many between two looks at what else happens. */
const AT_ONCE = 100;

/**
 * The same items, with a pause now and then in which a signal is answered and a bar is drawn: the work
 * of the pipeline is one long calculation.
 *
 * @param onProgress told before each pause how many are done
 */
export async function* pauseBetween<T>(
  items: Iterable<T>,
  onProgress?: (done: number) => void,
): AsyncGenerator<T> {
  let done = 0;
  for (const item of items) {
    yield item;
    done += 1;
    if (done % AT_ONCE > 0) continue;
    onProgress?.(done);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
