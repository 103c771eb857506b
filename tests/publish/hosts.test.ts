/** The samples for hosts say the same headers as the site's own table. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../build/run-build.ts';

test.each(['nginx.conf', 'Caddyfile', 's3-cloudfront.md'])(
  'docs/hosts/%s carries every header',
  async (name) => {
    const headers = await readFile(join(process.env['SOURCELINE_TEST_SITE'] ?? '', '_headers'), 'utf8');
    const sample = await readFile(join(PROJECT, 'docs/hosts', name), 'utf8');
    const lines = [...(headers.split('\n\n')[0] ?? '').matchAll(/^ {2}([^:]+): (.*)$/gm)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [, header = '', value = ''] of lines) {
      expect(sample).toContain(header);
      expect(sample).toContain(value);
    }
  },
);
