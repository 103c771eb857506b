// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is the text of the engine
type Script = 'pagefind.js' | 'pagefind-worker.js';

interface Patch {
  /** What the scripts do with it. */
  readonly what: string;
  readonly in: readonly Script[];
  readonly from: string;
  readonly to: string;
  /** How often it stands in each of them. */
  readonly times: number;
}

const BOTH = ['pagefind.js', 'pagefind-worker.js'] as const;

/**
 * What is changed in the scripts of the search engine. As delivered they pass over parts of the index
 * that cannot be fetched, and a reader whose connection broke is told that no line contains the word;
 * and they look for all files in one folder. Here words and records lie beside the folder of the index,
 * under names of their content: after a correction only what it touched has a new name, for the caches
 * of readers and for whoever uploads the site. The engine lies in a folder of its own.
 */
export const PATCHES: readonly Patch[] = [
  {
    what: 'report words that cannot be fetched',
    in: BOTH,
    from: '"load_index_chunk")).catch(()=>{})',
    to: '"load_index_chunk"))',
    times: 1,
  },
  {
    what: 'find words beside the index',
    in: BOTH,
    from: '`${this.basePath}index/',
    to: '`${this.basePath}../words/',
    times: 1,
  },
  {
    what: 'find records beside the index',
    in: BOTH,
    from: '`${this.basePath}fragment/',
    to: '`${this.basePath}../records/',
    times: 2,
  },
  {
    what: 'find the program beside the script',
    in: ['pagefind.js'],
    from: '`${this.basePath}wasm.${language}.pagefind`',
    to: 'new URL(`wasm.${language}.pagefind`,import.meta.url).href',
    times: 1,
  },
  {
    what: 'find the program beside the script',
    in: ['pagefind-worker.js'],
    from: '`${this.basePath}wasm.${language}.pagefind`',
    to: 'new URL(`wasm.${language}.pagefind`,self.location.href).href',
    times: 1,
  },
  {
    what: 'find the worker beside the script',
    in: ['pagefind.js'],
    from: '`${basePath}pagefind-worker.js`',
    to: 'new URL("pagefind-worker.js",import.meta.url).href',
    times: 1,
  },
];

/**
 * Changes one script of the engine as the table says. Throws where a place is missing or stands there
 * more often: an update of the engine has to be looked at.
 */
export function patchEngine(script: Script, text: string): string {
  return PATCHES.filter((patch) => patch.in.includes(script)).reduce((patched, { what, from, to, times }) => {
    const parts = patched.split(from);
    if (parts.length - 1 !== times)
      throw new Error(
        `the search engine's ${script} has ${parts.length - 1} places to ${what}, not ${times}`,
      );
    return parts.join(to);
  }, text);
}
