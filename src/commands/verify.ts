/** `npm run verify -- DIR`: checks a published folder, also a downloaded copy, against its own sources. */
import { FINDING_KINDS } from '../publish/finding.ts';
import { verifySite } from '../publish/verify.ts';
import { type Arguments, resolveGiven } from './arguments.ts';
import { toOneLine } from './to-one-line.ts';

export async function verify({ rest, outDir }: Arguments): Promise<number> {
  const folder = rest[0] === undefined ? outDir : resolveGiven(rest[0]);
  const findings = await verifySite(folder);
  for (const finding of findings)
    process.stderr.write(
      `${toOneLine(`${finding.file}: ${FINDING_KINDS[finding.kind]}: ${finding.message}`)}\n`,
    );
  process.stdout.write(
    findings.length === 0
      ? 'Every sentence, link, anchor, count and checksum holds.\n'
      : `${findings.length} findings\n`,
  );
  return findings.length === 0 ? 0 : 1;
}
