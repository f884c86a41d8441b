import type { Client } from '../../../src/contract/client.ts';
import type { CommandName, InputOf } from '../../../src/contract/contract.ts';
import type { Core } from '../../../src/host/core.ts';
import type { Dice } from './dice.ts';

/** What a generator may look at: the state as the queries tell it. */
export interface Situation {
  readonly core: Core;
  readonly client: Client;
  readonly dice: Dice;
}

/** Inputs may be refused (a cycle, a taken name, a range outside the text): then nothing may have changed. */
export type Generator<N extends CommandName> = (situation: Situation) => Promise<InputOf<N> | null>;

/** A generator for each command of these features (what stands before the dot): one left out does not compile. */
export type GeneratorsOf<Feature extends string> = {
  readonly [N in Extract<CommandName, `${Feature}.${string}`>]: Generator<N>;
};
