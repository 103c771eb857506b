import type { Annotations } from './types.ts';

/** Before language has looked at an article. */
export const NO_ANNOTATIONS: Annotations = {
  mentions: [],
  quotations: [],
  figures: [],
  dates: [],
  meetings: [],
  deeds: [],
  sentences: [],
};
