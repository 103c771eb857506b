/**
 * Progress by stage and what each one cost. On a terminal the stage under way is one line that is
 * drawn anew; elsewhere (CI, a file, a pipe) there are plain lines only.
 */
import { grouped, type Progress, progressLine, timeLeft } from './progress-line.ts';
import { watchChildren } from './watch-children.ts';

/** What is needed of `process.stdout` and `process.stderr`. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string | Uint8Array): boolean;
}

export interface StageCost {
  readonly stage: string;
  readonly title: string;
  readonly seconds: number;
  /** Of this process and its children, as far as the system tells. */
  readonly cpuSeconds: number;
}

export interface StagesReport {
  /** In the order in which they ran; a stage that ran twice is there twice. */
  readonly stages: readonly StageCost[];
  /** From the first start to the last end. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Largest resident sets so far, in bytes: of this process, and of its largest child (0 = unknown or none). */
  readonly peakBytes: { readonly own: number; readonly child: number };
}

export interface Stages {
  /** Ends the stage under way, if there is one, and begins another. */
  start(this: void, stage: string): void;
  /** How far the stage under way is. May be called often: few calls draw. */
  progress(this: void, done: number, all: number): void;
  end(this: void): void;
  report(this: void): StagesReport;
}

export interface TrackOptions {
  readonly titles: Readonly<Record<string, string>>;
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A clock, in milliseconds. */
  readonly now: () => number;
}

const DRAW_EVERY_MS = 100;
/** A stage that says nothing for long shows that it lives. */
const TICK_MS = 1000;
/** The same in a log. */
const PLAIN_EVERY_MS = 30_000;

const CLEAR_LINE = '\r\u001b[K';
const NEWLINE = 10;
const GREEN = ['\u001b[32m', '\u001b[39m'] as const;

const TITLE_WIDTH = 36;
const DEFAULT_COLUMNS = 80;

interface Open {
  readonly stage: string;
  readonly title: string;
  readonly since: number;
  readonly cpuBefore: number;
  of?: Progress['of'];
  lastShown: number;
}

export function trackStages({ titles, stdout, stderr, env, now }: TrackOptions): Stages {
  const drawsLine = stdout.isTTY === true && !isOn(env['CI']) && env['TERM'] !== 'dumb';
  const paint = env['NO_COLOR'] ? undefined : (text: string) => `${GREEN[0]}${text}${GREEN[1]}`;
  const print = stdout.write.bind(stdout);
  const costs: StageCost[] = [];
  let open: Open | undefined;
  let began: number | undefined;
  let ended = 0;
  let watch: ReturnType<typeof watchChildren> | undefined;
  let guarded = false;
  /** Somebody else wrote half a line. */
  let interrupted = false;

  const cpu = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6 + (watch?.read().cpuSeconds ?? 0);
  };
  const columns = (): number => stdout.columns ?? DEFAULT_COLUMNS;

  const draw = (): void => {
    if (!open || interrupted) return;
    open.lastShown = now();
    const progress = { title: open.title, of: open.of, ms: now() - open.since };
    print(CLEAR_LINE + progressLine(progress, columns(), paint));
  };

  const showPlain = (): void => {
    if (!open?.of) return;
    open.lastShown = now();
    const { done, all } = open.of;
    const left = done > 0 ? `, ${timeLeft(((now() - open.since) / done) * (all - done))}` : '';
    print(`${open.title}: ${grouped(done)} of ${grouped(all)}${left}\n`);
  };

  /** What others (the renderer's warnings, say) write while a line is drawn goes above it. */
  const guard = (screen: Screen): void => {
    const { write } = screen;
    screen.write = (text, ...more: []) => {
      if (open && !interrupted) print(CLEAR_LINE);
      const written = write.call(screen, text, ...more);
      interrupted = !(typeof text === 'string' ? text.endsWith('\n') : text.at(-1) === NEWLINE);
      draw();
      return written;
    };
  };

  const end = (): void => {
    if (!open) return;
    const { stage, title, since, cpuBefore } = open;
    open = undefined;
    ended = now();
    const seconds = (ended - since) / 1000;
    costs.push({ stage, title, seconds, cpuSeconds: cpu() - cpuBefore });
    const time = `${seconds.toFixed(1).padStart(6)} s`;
    const full = `${title.padEnd(TITLE_WIDTH)}${time}`;
    if (!drawsLine) {
      print(`${full}\n`);
      return;
    }
    print(interrupted ? '\n' : CLEAR_LINE);
    interrupted = false;
    print(`${full.length < columns() ? full : `${title} ${time.trim()}`}\n`);
  };

  return {
    start: (stage) => {
      end();
      watch ??= watchChildren();
      began ??= now();
      open = { stage, title: titles[stage] ?? stage, since: now(), cpuBefore: cpu(), lastShown: now() };
      if (!drawsLine) return;
      if (!guarded) {
        guarded = true;
        for (const screen of stderr.isTTY ? [stdout, stderr] : [stdout]) guard(screen);
        setInterval(draw, TICK_MS).unref();
      }
      draw();
    },
    progress: (done, all) => {
      if (!open) return;
      open.of = { done, all };
      const waited = now() - open.lastShown;
      if (drawsLine && (waited >= DRAW_EVERY_MS || done >= all)) draw();
      else if (!drawsLine && waited >= PLAIN_EVERY_MS && done < all) showPlain();
    },
    end,
    report: () => ({
      stages: [...costs],
      seconds: (ended - (began ?? ended)) / 1000,
      cpuSeconds: costs.reduce((sum, cost) => sum + cost.cpuSeconds, 0),
      peakBytes: {
        own: process.resourceUsage().maxRSS * 1024,
        child: watch?.read().peakBytes ?? 0,
      },
    }),
  };
}

/** As CI services set it; some people turn it off with a word. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
