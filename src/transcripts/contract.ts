import { z } from 'zod';
import { command } from '../contract/define.ts';
import { done, id, name, speakerRole } from '../contract/common.ts';
import { guideContract } from './guide-contract.ts';

export const transcriptsContract = {
  /** Renames a speaker in the column, changes its role or binds it; binding to `null` unbinds. */
  'speakers.update': command(
    z.strictObject({
      speakerId: id,
      name: name.optional(),
      role: speakerRole.optional(),
      participantId: id.nullable().optional(),
    }),
    done,
  ),
  ...guideContract,
};
