import { type Finding, quoteForeign } from '../finding.ts';

/**
 * Serif is the voice of a source. Every style rule that chooses it must select by citation, so that
 * no words can look like a source's without one.
 */
export function checkVoice(file: string, styles: string): Finding[] {
  const findings: Finding[] = [];
  for (const [, selectors = '', declarations = ''] of styles.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    if (
      selectors.trim().startsWith('@') ||
      !/(?:^|;)\s*font(?:-family)?\s*:[^;]*(?:--serif|Serif)/.test(declarations)
    )
      continue;
    for (const selector of splitSelectors(selectors))
      if (!selector.includes('[data-cite'))
        findings.push({ kind: 'uncited-voice', file, message: quoteForeign(selector) });
  }
  return findings;
}

/** Selectors of a list, cut at the commas that are not inside brackets. */
function splitSelectors(list: string): string[] {
  const selectors = [''];
  let depth = 0;
  for (const sign of list) {
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth -= 1;
    if (sign === ',' && depth === 0) selectors.push('');
    else selectors.push(`${selectors.pop() ?? ''}${sign}`);
  }
  return selectors.map((selector) => selector.trim()).filter(Boolean);
}
