/** Reads and checks `content/site.yaml`: what every page of the site says about itself. */
import type { VFile } from 'vfile';
import { z } from 'zod';
import type { Republish } from '../types.ts';
import { filled } from './filled.ts';
import { readAddress } from './read-address.ts';
import { readYaml } from './read-yaml.ts';

/** How much of a source's words is published; a sidecar or `sources.csv` says it for one source. */
export const REPUBLISH = ['full', 'quotations', 'none'] as const satisfies readonly Republish[];
export const EXPECTED_REPUBLISH = 'expected `full`, `quotations` or `none`';

const webAddress = z
  .string('expected an address such as `https://briefings.example.org/`')
  .refine((text) => readAddress(text) !== undefined, {
    message: 'expected an address such as `https://briefings.example.org/`',
  })
  .transform((text) => readAddress(text) ?? text);

const contactAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^(https?|mailto):$/.test(new URL(text).protocol), {
    message: 'expected an address: `mailto:desk@example.org` or `https://…`',
  });

const most = (what: string) =>
  z.number(`expected the most ${what}, a number`).positive(`expected the most ${what}, a number`);

const budget = z
  .strictObject(
    { files: most('files').optional(), megabytes: most('megabytes').optional() },
    'expected `files`, `megabytes` or both',
  )
  .transform(({ files, megabytes }) => ({
    ...(files === undefined ? {} : { files }),
    ...(megabytes === undefined ? {} : { bytes: Math.round(megabytes * 1e6) }),
  }));

const siteSchema = z.strictObject({
  title: filled('expected the title of the site'),
  description: z.string('expected one sentence that describes the site'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as `en` or `en-GB`')
    .default('en'),
  address: webAddress.optional(),
  contact: contactAddress.optional(),
  footer: z.string().optional(),
  /** A file in the content folder. */
  logo: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9_-]*\.svg$/,
      'expected the name of an SVG file in the content folder, such as `logo.svg`',
    )
    .optional(),
  /** `internal`: pages ask search engines to stay away, and there is no sitemap. */
  visibility: z.enum(['public', 'internal'], 'expected `public` or `internal`').default('public'),
  republish: z.enum(REPUBLISH, EXPECTED_REPUBLISH).default('full'),
  /** A picture for links to each briefing, beside those of home and the themes. */
  cards: z.boolean('expected `true` or `false`').default(false),
  /** What the published site should stay within: the build warns when it does not. */
  budget: budget.optional(),
});

export type SiteSettings = z.output<typeof siteSchema>;

/** Settings of the site, or undefined with fatal messages on `file`. */
export function readSite(file: VFile): SiteSettings | undefined {
  return readYaml(file, siteSchema as z.ZodType<SiteSettings>)?.value;
}
