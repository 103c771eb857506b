/** Loaded before a program, lists the entries of every folder the other way round: disks promise no order. */
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { readdirSync } = fs;
const { readdir } = promises;

// The forms of both functions differ in their types only, and a list stays a list.
fs.readdirSync = ((...args: Parameters<typeof readdirSync>) =>
  readdirSync(...args).reverse()) as typeof readdirSync;
promises.readdir = (async (...args: Parameters<typeof readdir>) =>
  (await readdir(...args)).reverse()) as typeof readdir;
syncBuiltinESMExports();
