import { readFile } from 'node:fs/promises';

/** Where the recorded editions lie, below the root of the site. */
export const EDITIONS = 'data/editions.json';

/** What `data/editions.json` says of an edition; sources by reference. */
export interface EditionRecord {
  /** Counts from 1. */
  readonly number: number;
  /** The editor's words. */
  readonly name: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly withdrawn: readonly string[];
  readonly statusLines: number;
}

export interface EditionRecords {
  /** First one first. */
  readonly editions: readonly EditionRecord[];
  /** Addresses from the root that only earlier editions had. */
  readonly former: readonly string[];
}

/** Reads the recorded editions of a site; empty where there are none (`paths`: all its files). */
export async function readEditionRecords(folder: string, paths: readonly string[]): Promise<EditionRecords> {
  if (!paths.includes(EDITIONS)) return { editions: [], former: [] };
  // The pipeline of the same build wrote the file; on a downloaded copy `checkData` looked at it.
  return JSON.parse(await readFile(`${folder}/${EDITIONS}`, 'utf8')) as EditionRecords;
}
