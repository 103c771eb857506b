/**
 * The content security policy of every page, as a meta element: only files of the site itself, no inline
 * code. `frame-ancestors` cannot stand in a meta element; the headers file has it. Only the page for
 * unknown addresses has a style block of its own; `style` is its hash.
 */
export function writePolicy(style?: string): string {
  return [
    "default-src 'none'",
    // The search engine is WebAssembly; its worker needs the same permission where headers cover it.
    "script-src 'self' 'wasm-unsafe-eval'",
    style === undefined ? "style-src 'self'" : `style-src 'self' '${style}'`,
    "connect-src 'self'",
    "worker-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
