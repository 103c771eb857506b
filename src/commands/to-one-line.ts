/**
 * Names of files and words of seeds for a line of output. They may hold what a terminal obeys; the runners
 * of CI services obey what follows `##[` or `##name[`, wherever it stands in a log.
 */
export function toOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#[A-Za-z]*\[)/gu, '\uFFFD');
}
