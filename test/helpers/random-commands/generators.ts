import type { CommandName } from '../../../src/contract/contract.ts';
import { codeGenerators } from './codes.ts';
import { codingGenerators } from './codings.ts';
import { documentGenerators } from './documents.ts';
import { guideGenerators } from './guide.ts';
import { hypothesisGenerators } from './hypotheses.ts';
import { importGenerators } from './imports.ts';
import { memoGenerators } from './memos.ts';
import { participantGenerators } from './participants.ts';
import { projectGenerators } from './project.ts';
import { pseudonymGenerators } from './pseudonyms.ts';
import { speakerGenerators } from './speakers.ts';
import { setGenerators } from './sets.ts';
import { versionGenerators } from './versions.ts';
import type { GeneratorsOf } from './situation.ts';

/** A generator for every command of the contract: a new command without one does not compile. */
export const generators: GeneratorsOf<string> = {
  ...projectGenerators,
  ...importGenerators,
  ...documentGenerators,
  ...speakerGenerators,
  ...guideGenerators,
  ...participantGenerators,
  ...pseudonymGenerators,
  ...codeGenerators,
  ...versionGenerators,
  ...setGenerators,
  ...hypothesisGenerators,
  ...codingGenerators,
  ...memoGenerators,
};

export const COMMAND_NAMES = Object.keys(generators) as CommandName[];
