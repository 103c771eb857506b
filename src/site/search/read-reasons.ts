import type { Site } from './read-site.ts';

const known = new Map<string, Promise<ReadonlyMap<number, string>>>();

/** Why each line of a source was taken out, by line: “removed: sign-up notice”. Empty if it cannot be loaded. */
export function readReasons(ref: string, { root }: Site): Promise<ReadonlyMap<number, string>> {
  const reasons =
    known.get(ref) ?? fetchReasons(new URL(`sources/${encodeURIComponent(ref)}/lines.json`, root));
  known.set(ref, reasons);
  return reasons;
}

async function fetchReasons(address: URL): Promise<ReadonlyMap<number, string>> {
  try {
    const { lines } = (await (await fetch(address)).json()) as {
      lines: readonly { n: number; status: string; reason?: string }[];
    };
    return new Map(
      lines.flatMap(({ n, status, reason }) =>
        status === 'removed' || status === 'set-aside'
          ? [[n, `${status === 'removed' ? 'removed' : 'set aside'}${reason ? `: ${reason}` : ''}`]]
          : [],
      ),
    );
  } catch {
    return new Map();
  }
}
