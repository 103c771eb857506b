/** A browser for the tests: one that is installed, else the one that comes inside an npm package. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** No page under test may reach the network, and the browser itself has no reason to. */
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path));
  // A container's root has no use for the sandbox, and no right to make one.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (installed) return chromium.launch({ executablePath: installed, args: [...QUIET, ...root] });
  const executablePath = await unpackBrowser();
  return chromium.launch({
    executablePath,
    args: [...QUIET, '--no-sandbox', '--no-zygote', '--disable-webgl'],
  });
}

async function unpackBrowser(): Promise<string> {
  // The package brings its libraries only where it believes to be in the cloud that it is made for.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  return packaged.executablePath();
}
