import { copyFileSync, linkSync } from 'node:fs';

/** Where hard links are not possible, between disks or by the kind of disk, files are copied. */
const NO_LINKS = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** Links a file to another place, or copies it once linking has turned out to be impossible. */
export function createPlacer(): (from: string, to: string) => void {
  let put: (from: string, to: string) => void = linkSync;
  return (from, to) => {
    try {
      put(from, to);
    } catch (error) {
      if (put === copyFileSync || !NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      put = copyFileSync;
      put(from, to);
    }
  };
}
