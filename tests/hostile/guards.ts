/**
 * The guards of the program, each with the text that is it and the test that misses it. A row's `guard` is
 * cut out of its `file`, or replaced by `by`, and `test` must then fail: see `remove-guards.ts`.
 */
export interface Guard {
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly guard: string;
  readonly by?: string;
  /** Path of a test file. */
  readonly test: string;
}

const SERIALISE = 'src/pipeline/write/serialise.ts';
const WRITTEN = 'src/pipeline/write/serialise.test.ts';
const FUZZ = 'tests/hostile/fuzz-mdx.test.ts';
const NORMALISE = 'src/pipeline/read/normalise.ts';
const REFUSE = 'src/site/mdx/refuse-code.ts';
const TRIPWIRE = 'src/site/mdx/mdx.test.ts';
const READING = 'tests/hostile/special-files.test.ts';
const STORE = 'src/pipeline/write/store.ts';
const STORED = 'src/pipeline/write/store.test.ts';
const SWAP = 'src/publish/swap.ts';
const CHECKED = 'src/publish/verify/check-file.ts';
const CHECKED_WORDS = 'src/publish/verify/check-words.ts';
const WITHHELD = 'src/publish/verify/check-withheld.ts';
const HELD_BACK = 'tests/publish/check-withheld.test.ts';
const RESTRICT = 'src/pipeline/compose/restrict-corpus.ts';
const RESTRICTED = 'src/pipeline/compose/restrict-corpus.test.ts';
const REPUBLISHED = 'tests/build/republish.test.ts';
const RECORDED = 'src/pipeline/edition/editions.test.ts';
const LOCK = 'src/commands/lock.ts';
const LOCKED = 'src/commands/lock.test.ts';
const DECODE = 'src/pipeline/read/decode.ts';
const DECODED = 'src/pipeline/read/decode.test.ts';
const VERIFIED = 'tests/publish/verify.test.ts';
const YAML = 'src/pipeline/editorial/read-yaml.ts';
const EDITOR = 'tests/hostile/editor-files.test.ts';
const SUPERVISE = 'src/commands/supervise.ts';
const FAULTS = 'tests/faults/faults.test.ts';

export const GUARDS: readonly Guard[] = [
  {
    name: 'import is escaped',
    file: SERIALISE,
    guard: "{ atBreak: true, character: 'i', after: 'mport' },",
    test: WRITTEN,
  },
  {
    name: 'export is escaped',
    file: SERIALISE,
    guard: "{ atBreak: true, character: 'e', after: 'xport' },",
    test: WRITTEN,
  },
  {
    name: 'MDX is escaped',
    file: SERIALISE,
    guard: '.use(remarkMdx)\n  .use(function addEsmWords',
    by: '.use(function addEsmWords',
    test: WRITTEN,
  },
  { name: 'the tree is checked', file: SERIALISE, guard: '  checkTree(root);\n', test: WRITTEN },
  {
    name: 'foreign nodes',
    file: SERIALISE,
    guard: '} else if (!PLAIN_NODES.has(node.type)) {',
    by: '} else if (node.type === undefined) {',
    test: WRITTEN,
  },
  {
    name: 'foreign components',
    file: SERIALISE,
    guard: 'if (!known) throw',
    by: 'if (!known) return; if (!known) throw',
    test: WRITTEN,
  },
  {
    name: 'attributes are words',
    file: SERIALISE,
    guard: "      typeof attribute.value === 'string' &&\n",
    test: WRITTEN,
  },
  {
    name: 'lines are one line',
    file: SERIALISE,
    guard: "node.value === '' || /[\\n\\r]/.test(node.value)",
    by: 'node.value === undefined',
    test: WRITTEN,
  },
  {
    name: 'links lead to the web',
    file: SERIALISE,
    guard: "node.type === 'link' &&",
    by: "node.url === 'x' &&",
    test: WRITTEN,
  },
  {
    name: 'front matter is compiled into no module',
    file: 'astro.config.mjs',
    guard: 'plugins: [leaveOutMatter, skipWrapper]',
    by: 'plugins: [skipWrapper]',
    test: 'tests/hostile/hostile-site.test.ts',
  },
  {
    name: 'bodies are split',
    file: 'src/site/mdx/split-placeholders.ts',
    guard: 'pieces.length === 0 || last === undefined',
    by: 'pieces.length >= 0 || last === undefined',
    test: TRIPWIRE,
  },
  { name: 'GFM is off', file: 'astro.config.mjs', guard: 'gfm: false, ', test: FUZZ },
  {
    name: 'smart punctuation is off',
    file: 'astro.config.mjs',
    guard: ', smartPunctuation: false',
    test: FUZZ,
  },
  {
    name: 'the tripwire is set',
    file: 'astro.config.mjs',
    guard: '  mdastPlugins: [refuseCode],\n',
    test: FUZZ,
  },
  {
    name: 'the splitter is set',
    file: 'astro.config.mjs',
    guard: ', splitPlaceholders]',
    by: ']',
    test: FUZZ,
  },
  {
    name: 'headings have no id',
    file: 'astro.config.mjs',
    guard: 'leaveOutIds, ',
    test: FUZZ,
  },
  {
    name: 'no module',
    file: REFUSE,
    guard: "  mdxjsEsm: () => refuse('an import or export'),\n",
    test: TRIPWIRE,
  },
  {
    name: 'no expression as a block',
    file: REFUSE,
    guard: "  mdxFlowExpression: () => refuse('an expression in braces'),\n",
    test: TRIPWIRE,
  },
  {
    name: 'no expression in words',
    file: REFUSE,
    guard: "  mdxTextExpression: () => refuse('an expression in braces'),\n",
    test: TRIPWIRE,
  },
  {
    name: 'no foreign block',
    file: REFUSE,
    guard: '  mdxJsxFlowElement: (node) => checkComponent(node),\n',
    test: TRIPWIRE,
  },
  {
    name: 'no foreign element',
    file: REFUSE,
    guard: '  mdxJsxTextElement: (node) => checkComponent(node),\n',
    test: TRIPWIRE,
  },
  {
    name: 'controls are removed',
    file: NORMALISE,
    guard: "    .replace(CONTROLS, '')\n",
    test: 'src/pipeline/read/normalise.test.ts',
  },
  {
    name: 'direction marks are removed',
    file: NORMALISE,
    guard: "    .replace(BIDI, '')\n",
    test: 'src/pipeline/read/normalise.test.ts',
  },
  {
    name: 'zero widths are removed',
    file: NORMALISE,
    guard: "    .replace(ZERO_WIDTH, '')\n",
    test: 'src/pipeline/read/normalise.test.ts',
  },
  {
    name: 'all line ends are one',
    file: NORMALISE,
    guard: 'const BREAKS = /\\r\\n|[\\n\\r\\u0085\\u2028\\u2029\\v\\f]/;',
    by: 'const BREAKS = /\\r\\n|\\n/;',
    test: 'src/pipeline/read/normalise.test.ts',
  },
  {
    name: 'links are not followed',
    file: 'src/pipeline/read/walk-seeds.ts',
    guard: 'else if (entry.isFile()) files.push(seed);',
    by: 'else if (!entry.isFIFO()) files.push(seed);',
    test: READING,
  },
  {
    name: 'pipes are not read',
    file: 'src/pipeline/read/walk-seeds.ts',
    guard: 'else if (entry.isFile()) files.push(seed);',
    by: 'else if (!entry.isSymbolicLink()) files.push(seed);',
    test: READING,
  },
  {
    name: 'no link is opened',
    file: 'src/pipeline/read/load-seed.ts',
    guard: ' | (constants.O_NOFOLLOW ?? 0)',
    test: READING,
  },
  {
    name: 'no pipe is waited for',
    file: 'src/pipeline/read/load-seed.ts',
    guard: ' | (constants.O_NONBLOCK ?? 0)',
    test: READING,
  },
  {
    name: 'only files are read',
    file: 'src/pipeline/read/load-seed.ts',
    guard: "if (!before.isFile()) return { problem: 'is no regular file', ruleId: 'unreadable' };",
    test: READING,
  },
  {
    name: 'large files',
    file: 'src/pipeline/read/load-seed.ts',
    guard: 'before.size > MAX_BYTES',
    by: 'before.size < 0',
    test: READING,
  },
  {
    name: 'long lines',
    file: 'src/pipeline/read/collect-texts.ts',
    guard: 'line.length > MAX_LINE',
    by: 'line.length < 0',
    test: READING,
  },
  {
    name: 'many lines',
    file: 'src/pipeline/read/collect-texts.ts',
    guard: 'lines.length > MAX_LINES',
    by: 'lines.length < 0',
    test: READING,
  },
  {
    name: 'deep pages',
    file: 'src/pipeline/read/formats/html.ts',
    guard: 'if (at.depth > deepest) return true;',
    by: 'if (at.depth > 2_000) return true;',
    test: 'tests/hostile/slow-input.test.ts',
  },
  { name: 'aliases in YAML', file: YAML, guard: 'maxAliasCount: 0', by: 'maxAliasCount: -1', test: EDITOR },
  {
    name: 'slugs are plain',
    file: 'src/pipeline/read/slug.ts',
    guard: '.split(/[^a-z0-9]+/)',
    by: '.split(/ +/)',
    test: READING,
  },
  {
    name: 'pages stay in the folder',
    file: STORE,
    guard: 'if (!target.startsWith(root))',
    by: 'if (target === undefined)',
    test: STORED,
  },
  {
    name: 'edits by hand are kept',
    file: STORE,
    guard: '      if (files.has(path)) setAside(path);\n',
    test: STORED,
  },
  {
    name: 'foreign folders',
    file: SWAP,
    guard: 'if (entries.length > 0 && !entries.includes(MARKER))',
    by: 'if (entries.length < 0)',
    test: 'tests/publish/publish.test.ts',
  },
  {
    name: 'the old site comes back',
    file: SWAP,
    guard: '  await recoverSwap(place);\n  for (const folder of placesOf(',
    by: '  for (const folder of placesOf(',
    test: 'tests/faults/recover-site.test.ts',
  },
  {
    name: 'one build at a time',
    file: 'src/commands/lock.ts',
    guard: "open(path, 'wx')",
    by: "open(path, 'w')",
    test: 'src/commands/lock.test.ts',
  },
  {
    name: 'words are verbatim',
    file: 'src/publish/verify/check-words.ts',
    guard: 'if (missing !== undefined)',
    by: 'if (missing === null)',
    test: VERIFIED,
  },
  {
    name: 'no code of a page',
    file: CHECKED,
    guard: '      ...code.findings,\n',
    test: VERIFIED,
  },
  {
    name: 'links lead somewhere',
    file: 'src/publish/verify.ts',
    guard: ', ...checkPlaces(path, check.places, ids)',
    test: VERIFIED,
  },
  {
    name: 'texts are the sources’',
    file: 'src/publish/verify.ts',
    guard: 'findings.push(...checkSourceText(',
    by: 'void (checkSourceText(',
    test: VERIFIED,
  },
  {
    name: 'files are the published ones',
    file: 'src/publish/verify.ts',
    guard:
      '  if (!damaged.has(CHECKSUMS)) findings.push(...(await checkChecksums(folder, new Set(paths))));\n',
    test: VERIFIED,
  },
  {
    name: 'numbers agree',
    file: CHECKED,
    guard: '      ...checkCounts(page, site),\n',
    test: VERIFIED,
  },
  {
    name: 'ids stand once',
    file: CHECKED,
    guard: '      ...checkIds(page),\n',
    test: VERIFIED,
  },
  {
    name: 'citations are checked',
    file: CHECKED,
    guard: '      ...checkWords(page, site),\n',
    test: VERIFIED,
  },
  {
    name: 'a source’s voice is cited',
    file: CHECKED,
    guard: '...checkVoice(path, text)',
    test: VERIFIED,
  },
  {
    name: 'what was taken out is no evidence',
    file: CHECKED_WORDS,
    guard: 'if (foreign !== undefined)',
    by: 'if (foreign === null)',
    test: VERIFIED,
  },
  {
    name: 'former pages hold no words',
    file: CHECKED_WORDS,
    guard: '  if (site.former.has(page.path)) return checkFormer(page);\n',
    test: 'tests/publish/former-pages.test.ts',
  },
  {
    name: 'withheld words in the search index',
    file: WITHHELD,
    guard: "if (path.endsWith('.pf_fragment'))",
    by: "if (path.endsWith('.none'))",
    test: HELD_BACK,
  },
  {
    name: 'withheld words in attributes',
    file: WITHHELD,
    guard: 'return [textOf(page), ...values]',
    by: 'return [textOf(page)]',
    test: HELD_BACK,
  },
  {
    name: 'withheld words in part',
    file: WITHHELD,
    guard: 'const LONGEST_RUN = 8;',
    by: 'const LONGEST_RUN = 80;',
    test: HELD_BACK,
  },
  {
    name: 'withheld lines are blank',
    file: RESTRICT,
    guard: "isInside(line.n, passages) ? line : { ...line, text: '' }",
    by: 'line',
    test: REPUBLISHED,
  },
  {
    name: 'withheld sources have no raw text',
    file: RESTRICT,
    guard: "    raw: '',\n",
    test: RESTRICTED,
  },
  {
    name: 'withheld quotations',
    file: RESTRICT,
    guard: "mode === 'none' ? undefined : openQuotation",
    by: 'mode === undefined ? undefined : openQuotation',
    test: RESTRICTED,
  },
  {
    name: 'addresses of editions are plain',
    file: 'src/pipeline/edition/read-editions.ts',
    guard: '.regex(/^[a-z0-9-]*$/)',
    test: RECORDED,
  },
  {
    name: 'editions hold known keys alone',
    file: 'src/pipeline/edition/read-editions.ts',
    guard: 'const recorded = z.strictObject(',
    by: 'const recorded = z.object(',
    test: RECORDED,
  },
  {
    name: 'names of editions can be seen',
    file: 'src/pipeline/edition/find-name-mistake.ts',
    guard: ' || UNPRINTABLE.test(name)',
    test: RECORDED,
  },
  {
    name: 'a number used again holds no lock',
    file: LOCK,
    guard: " && (start === '' || start === readStart(Number(pid)))",
    test: LOCKED,
  },
  {
    name: 'the dead hold no lock',
    file: LOCK,
    guard: "  if (/^[ZX]$/.test(readProcessStat(pid)?.[0] ?? '')) return false;\n",
    test: LOCKED,
  },
  {
    name: 'the lock of the living stays',
    file: LOCK,
    guard: ' || holds(text)) return false;',
    by: ') return false;',
    test: LOCKED,
  },
  {
    name: 'other encodings',
    file: DECODE,
    guard: 'if (!isWestern(bytes))',
    by: 'if (bytes.length < 0)',
    test: DECODED,
  },
  {
    name: 'noise',
    file: DECODE,
    guard: 'isBinary(decoded.text)',
    by: 'decoded.text === undefined',
    test: DECODED,
  },
  {
    name: 'a build that is stopped ends',
    file: SUPERVISE,
    guard: "    child?.kill('SIGKILL');\n",
    test: FAULTS,
  },
  {
    name: 'a build dies with its supervisor',
    file: 'src/commands/die-with-supervisor.ts',
    guard: "process.kill(-process.pid, 'SIGKILL')",
    by: 'process.ppid',
    test: FAULTS,
  },
  {
    name: 'rests of a stopped build are removed',
    file: SUPERVISE,
    guard: '    await removeRestsOf(child.pid, options);\n',
    test: FAULTS,
  },
  {
    name: 'rests of a swap are removed',
    file: SWAP,
    guard: ')) await removeMarkedFolder(folder, place);',
    by: ')) await exists(folder);',
    test: 'tests/faults/recover-site.test.ts',
  },
];
