/** The reader: seed → Article as one unified processor. Why the steps stand in this order is said at each. */
import { unified } from 'unified';
import { applyLineRules } from './apply-line-rules.ts';
import { applyOverrides } from './apply-overrides.ts';
import { articleCompile, type CompileOptions } from './article-compile.ts';
import { liftHeadline } from './lift-headline.ts';
import { liftSource } from './lift-source.ts';
import { markCrossheads } from './mark-crossheads.ts';
import { removeBoilerplate } from './remove-boilerplate.ts';
import { seedParse } from './seed-parse.ts';

export function createReader(options: CompileOptions) {
  return (
    unified()
      .use(seedParse)
      // Lines that their own words give away, so that no later step takes them for a headline.
      .use(applyLineRules)
      .use(liftHeadline)
      // Needs the headline: its copies, what stands before it and between it and the lead.
      .use(removeBoilerplate)
      // After removal: a publisher is one that the page prints outside its article.
      .use(liftSource)
      // Last of those that decide on lines, so that the editor has the last word.
      .use(applyOverrides)
      .use(markCrossheads)
      .use(articleCompile, options)
      .freeze()
  );
}
