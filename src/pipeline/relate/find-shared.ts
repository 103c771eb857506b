/** Calls `on` with the places of every value that two ascending lists share. */
export function findShared(a: Uint32Array, b: Uint32Array, on: (i: number, j: number) => void): void {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) on(i, j);
    if (left <= right) i++;
    if (right <= left) j++;
  }
}
