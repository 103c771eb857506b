/** A clause at the start of a line: its first letter as a capital. */
export function startSentence(clause: string): string {
  const [first = '', ...rest] = clause;
  return first.toUpperCase() + rest.join('');
}
