import { writeSync } from 'node:fs';
import { contract } from '../../../src/contract/contract.ts';
import { createCore } from '../../../src/host/in-process.ts';
import { handOn } from './furnish.ts';
import { operationNamed } from './operations.ts';
import { digestOf, optionsIn, projectIn, type Journal } from './places.ts';

// The process that is killed: it works through the real core, and tells each answer before it goes on.

const [, , name = '', folder = '', journal = 'wal', seed = '1'] = process.argv;
const path = projectIn(folder, journal as Journal);
const core = createCore(optionsIn(folder));
let told = 0;

const telling = {
  ...core,
  call: async (...args: Parameters<typeof core.call>) => {
    const answer = await core.call(...args);
    const [call] = args;
    if (answer.ok && contract[call].kind !== 'query' && !call.endsWith('.list')) {
      // What was answered is told with what the project then holds: nothing else may be found afterwards.
      writeSync(1, `ack ${told} ${call} ${digestOf(path)}\n`);
      told += 1;
    }
    // What is refused for what it asks is as it should be; a place that cannot be written is another thing.
    if (!answer.ok && /^(?:internal|disk|project)/u.test(answer.error.code))
      writeSync(1, `refused ${answer.error.code} ${call}: ${answer.error.message}\n`);
    return answer;
  },
};

await operationNamed(name).work(handOn(telling, path, Number(seed)));
writeSync(1, 'done\n');
