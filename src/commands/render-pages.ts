/** Renders planned pages, a lot at a time, each in a process of its own, whose memory is free afterwards. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createPlacer } from '../publish/place-file.ts';
import type { RenderOptions } from './render-site.ts';
import { splitEvenly } from './split-evenly.ts';

/**
 * About the most bytes of written pages that one process renders: pages with a body take it some thirty times
 * their size in memory, beside 0.4 GB, and starting costs each lot five seconds of processor time.
 */
const LOT_BYTES = 22_000_000;
/** A record is read when it is rendered and then forgotten; but what one lot made is finished beside the next. */
const RECORD_WEIGHT = 0.25;

/** A process that renders once; it takes seconds to be ready, and may be started long before. */
export interface Renderer {
  /** @throws {Error} with the renderer's words if it fails */
  render(options: RenderOptions): Promise<void>;
  /** Ends it, used or not. */
  stop(): void;
}

export interface RenderPagesOptions {
  /** Renders the first lot; the others start their own. */
  readonly renderer: Renderer;
  readonly contentDir: string;
  /** Files below `content/briefings/` that are rendered. */
  readonly pages: readonly string[];
  /** Folder for what is rendered; each lot has its own below it, which is gone afterwards. */
  readonly work: string;
  readonly address: string | undefined;
  /** Called while the first lot is rendered: until then there is nothing to do but wait. */
  readonly onWaiting: () => void;
  /** Told of each lot's folder of rendered files, while the next lot is rendered. */
  readonly onRendered: (folder: string, pages: number) => Promise<void>;
}

/** @throws {Error} with the renderer's words if it fails */
export async function renderPages(options: RenderPagesOptions): Promise<void> {
  const { pages, work, onRendered } = options;
  let finishing = Promise.resolve();
  const lots = await splitLots(pages, options.contentDir);
  for (const [at, lot] of lots.entries()) {
    const folder = join(work, `lot-${at}`);
    await renderLot(
      folder,
      lot,
      at === 0 ? options : { ...options, renderer: startRenderer(), onWaiting() {} },
    );
    await finishing;
    finishing = onRendered(join(folder, 'out'), lot.length).then(() => rm(folder, { recursive: true }));
    // Its error is thrown where it is awaited, not while the next lot is rendered.
    finishing.catch(() => {});
  }
  await finishing;
}

async function splitLots(pages: readonly string[], contentDir: string): Promise<string[][]> {
  const weights: number[] = [];
  for (const page of pages) {
    const { size } = await stat(join(contentDir, 'briefings', page));
    weights.push(page.endsWith('.json') ? size * RECORD_WEIGHT : size);
  }
  return splitEvenly(pages, weights, LOT_BYTES);
}

async function renderLot(
  folder: string,
  lot: readonly string[],
  { contentDir, address, renderer, onWaiting }: RenderPagesOptions,
): Promise<void> {
  const content = join(folder, 'content');
  const written = join(contentDir, 'briefings');
  const files = ['site.json', ...lot];
  for (const parent of new Set(files.map(dirname)))
    await mkdir(join(content, 'briefings', parent), { recursive: true });
  const place = createPlacer();
  for (const file of files) place(join(written, file), join(content, 'briefings', file));
  const rendered = renderer.render({ contentDir: content, out: join(folder, 'out'), address });
  onWaiting();
  await rendered;
}

export function startRenderer(): Renderer {
  const child = fork(join(import.meta.dirname, 'render-site.ts'), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const ended = succeed(child).finally(() => process.off('exit', stop));
  // It may fail before anybody asks.
  ended.catch(() => {});
  return {
    render(options) {
      if (child.connected) child.send(options);
      return ended;
    },
    stop,
  };
}

function succeed(child: ChildProcess): Promise<void> {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(explain(`the pages could not be rendered (${signal ?? code})`, words));
    });
  });
}

/** Of a full disk and the like, the system's words say all; of a defect, all that the renderer said. */
function explain(what: string, words: string): Error {
  const [, system, code] = /^(?:\w*Error: )?((E[A-Z]{3,}): .+)$/m.exec(words) ?? [];
  if (system === undefined) return new Error(`${what}\n${words}`);
  return Object.assign(new Error(`${what}: ${system}`), { code });
}
