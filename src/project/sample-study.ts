import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { shape, stance } from '../contract/common.ts';
import { variableScope, variableType } from '../participants/contract.ts';

/** The sample study as it is written in `fixtures/sample-study/`: everything but the interviews' texts. */
const study = z.object({
  project: z.object({ name: z.string(), description: z.string(), contacted: z.number().int() }),
  coders: z.array(z.object({ name: z.string() })),
  variables: z.array(z.object({ name: z.string(), scope: variableScope, type: variableType })),
  participants: z.array(
    z.object({ name: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  documents: z.array(
    z.object({
      name: z.string(),
      file: z.string(),
      participant: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  hypotheses: z.array(
    z.object({ label: z.string(), title: z.string(), statement: z.string(), groups: z.array(z.string()) }),
  ),
  codes: z.array(
    z.object({
      name: z.string(),
      hypothesis: z.string(),
      group: z.string().nullable(),
      colour: z.number().int(),
      shape: shape.optional(),
      definition: z.string(),
      whenToUse: z.string(),
      whenNotToUse: z.string(),
    }),
  ),
  memos: z.array(
    z.object({
      title: z.string(),
      body: z.string(),
      target: z.object({
        kind: z.enum(['free', 'project', 'document', 'code', 'participant', 'hypothesis']),
        name: z.string().optional(),
      }),
    }),
  ),
});
export type SampleStudy = z.output<typeof study>;

const codings = z.array(
  z.object({
    document: z.string(),
    code: z.string(),
    quote: z.string().min(1),
    coder: z.string(),
    stance: stance.nullable(),
    memo: z.string().nullish(),
  }),
);
export type SampleCoding = z.output<typeof codings>[number];

export function sampleFolder(resourcesDir: string): string {
  return join(resourcesDir, 'fixtures', 'sample-study');
}

export function readSampleStudy(folder: string): {
  readonly study: SampleStudy;
  readonly codings: readonly SampleCoding[];
} {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return { study: study.parse(read('study.json')), codings: codings.parse(read('codings.json')) };
}
