/** Serves a published site below any folder of a host, with the headers that it asks its host for. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

export interface SiteServer {
  /** Address of the host, without a slash at its end. */
  readonly host: string;
  /** Addresses that were asked for, in order. */
  readonly asked: string[];
  /** Makes every request whose path matches fail, until it is called without a pattern. */
  readonly block: (pattern?: RegExp) => void;
  readonly close: () => Promise<void>;
}

/** The same site answers below each of `mounts` (`/`, `/a/`, `/a/b/c/`). */
export async function serveSite(folder: string, mounts: readonly string[]): Promise<SiteServer> {
  const rules = (await readFile(join(folder, '_headers'), 'utf8')).split('\n\n')[0] ?? '';
  const headers = [...rules.matchAll(/^ {2}([^:]+): (.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const asked: string[] = [];
  let blocked: RegExp | undefined;
  const deepestFirst = mounts.toSorted((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    asked.push(path);
    const mount = deepestFirst.find((place) => path.startsWith(place)) ?? '/';
    const below = path.slice(mount.length);
    const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
    // Upgrading to https is no business of a test without a certificate.
    for (const [name, value] of headers)
      if (name !== 'Strict-Transport-Security') response.setHeader(name, value);
    const send = (status: number, name: string, body: Buffer | string): void => {
      response.writeHead(status, {
        'Content-Type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      });
      response.end(body);
    };
    if (blocked?.test(path)) return send(503, 'x.txt', 'blocked');
    readFile(join(folder, file)).then(
      (body) => send(200, file, body),
      async () => send(404, '404.html', await readFile(join(folder, '404.html'))),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A listening TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    asked,
    block: (pattern) => {
      blocked = pattern;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
