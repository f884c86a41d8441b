import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import type { transcriptsContract } from './contract.ts';
import { guideCommands } from './guide-commands.ts';
import { speakerCommands } from './speaker-commands.ts';

export const transcriptCommands: CommandHandlers<InFeature<typeof transcriptsContract, 'command'>> = {
  ...speakerCommands,
  ...guideCommands,
};
