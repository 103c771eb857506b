import { expect, it } from 'vitest';
import { reportFailedChunks } from './report-failed-chunks.ts';

const load = (kind: string): string => `await this.cachedLoad(x,"load_${kind}_chunk")).catch(()=>{});`;

it('lets failures through, and touches nothing else', () => {
  expect(reportFailedChunks(`a.catch(()=>{});${load('index')}${load('filter')}`)).toBe(
    'a.catch(()=>{});await this.cachedLoad(x,"load_index_chunk"));await this.cachedLoad(x,"load_filter_chunk"));',
  );
});

it('refuses an engine that it does not know', () => {
  expect(() => reportFailedChunks(load('index'))).toThrow('1 places');
});
