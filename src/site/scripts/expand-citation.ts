/** Most lines that a popover shows; a longer list is cut, its link leads to all. */
const MOST = 40;

/** The line numbers of a citation: `002:11,45-47` gives 11, 45, 46, 47. */
export function expandCitation(cite: string): number[] {
  const lines: number[] = [];
  for (const part of cite.slice(cite.indexOf(':') + 1).split(',')) {
    const [first = 0, last = first] = part.split('-').map(Number);
    for (let line = first; line <= last && lines.length < MOST; line += 1) lines.push(line);
  }
  return lines;
}
