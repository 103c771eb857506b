/** A line of a seed while it is being read: what stands there, and what the rules have decided so far. */
import type { Paragraph, Root } from 'mdast';
import type { LineRole, LineStatus } from '../../briefing.ts';
import { describeLine, type LineLook } from './describe-line.ts';

export interface SeedLine {
  /** First and last line in the traced text, 1-based; equal unless hard-wrapped lines were joined. */
  readonly n: number;
  readonly to: number;
  /** Normalised words; parts of a joined paragraph with one blank between them. */
  readonly text: string;
  readonly look: LineLook;
  /** A blank line, or the start of the text, stands before it. */
  readonly gap: boolean;
  status: Exclude<LineStatus, 'blank'>;
  role: LineRole;
  rule?: string | undefined;
  reason?: string | undefined;
  confidence: 'high' | 'medium' | 'low';
  /** Kept, but it looks like boilerplate: why. */
  doubtful?: string | undefined;
  /** The rule table opened a state here: the lines after it may belong to it. */
  opens?: 'teasers' | 'clip' | 'tags' | 'poll' | 'comments' | undefined;
}

declare module 'mdast' {
  interface ParagraphData {
    line?: SeedLine;
  }
}

export function createSeedLine(n: number, to: number, text: string, gap: boolean): SeedLine {
  return {
    n,
    to,
    text,
    look: describeLine(text),
    gap,
    status: 'kept',
    role: 'paragraph',
    confidence: 'high',
  };
}

/** The lines that hold text, in order. */
export function linesOf(tree: Root): SeedLine[] {
  const lines: SeedLine[] = [];
  for (const node of tree.children)
    if (node.type === 'paragraph' && node.data?.line) lines.push(node.data.line);
  return lines;
}

/** A paragraph of the tree; its place is the line in the traced text and never changes. */
export function createLineNode(line: SeedLine): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: line.text }],
    data: { line },
    position: { start: { line: line.n, column: 1 }, end: { line: line.to, column: 1 } },
  };
}

/** No rule has said anything about it yet. */
export function isUndecided(line: SeedLine): boolean {
  return line.status === 'kept' && line.rule === undefined;
}

/** What a rule says about a line. */
export type Verdict = KeepingVerdict | TakingVerdict;

export interface KeepingVerdict extends Decision {
  readonly status: 'kept';
}

/** Readers miss what it takes, so it tells them when it does. */
export interface TakingVerdict extends Decision {
  readonly status: 'removed' | 'set-aside';
  /** One sentence for the method page: what the rule looks at, and when a line falls to it. */
  readonly explains: string;
}

interface Decision {
  readonly id: string;
  readonly role: LineRole;
  /** For readers, one clause; it stands beside each line that the rule takes. */
  readonly reason: string;
}

export function decide(line: SeedLine, verdict: Verdict, confidence: SeedLine['confidence'] = 'high'): void {
  line.status = verdict.status;
  line.role = verdict.role;
  line.rule = verdict.id;
  line.reason = verdict.reason;
  line.confidence = confidence;
  line.doubtful = undefined;
}
