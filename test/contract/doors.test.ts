import { afterEach, beforeEach, describe, test } from 'vitest';
import { createClient, type Transport } from '../../src/contract/client.ts';
import type { CoreEvent } from '../../src/contract/wire.ts';
import type { Core } from '../../src/host/core.ts';
import { createCore } from '../../src/host/in-process.ts';
import { startWorkerCore } from '../../src/host/worker-client.ts';
import { testPlace, type TestPlace } from '../helpers/core.ts';
import { electronDoor } from '../helpers/electron-door.ts';
import { loopbackDoor } from '../helpers/loopback-door.ts';
import { calls, type Door } from './calls.ts';

/** A core as a door: in this process, or in its worker thread. */
function coreDoor(core: Core, place: TestPlace): Door {
  const transport: Transport = {
    call: (name, input, options) => core.call(name, input, { ...options, locale: 'fr' }),
    subscribe: (listener) => core.subscribe(listener),
  };
  return {
    transport,
    stage: async (fileName, bytes) => ({
      kind: 'staged',
      stagedId: await core.stage(fileName, bytes),
      fileName,
    }),
    path: (name) => place.path(name),
    close: () => core.close(),
  };
}

function withPath(door: Omit<Door, 'path'>, place: TestPlace): Door {
  return { ...door, path: (name) => place.path(name) };
}

const doors: Readonly<Record<string, (place: TestPlace) => Promise<Door>>> = {
  'in process': async (place) => coreDoor(createCore(place.options), place),
  'in a worker thread': async (place) => coreDoor(await startWorkerCore(place.options), place),
  'over loopback': async (place) => withPath(await loopbackDoor(await startWorkerCore(place.options)), place),
  'over Electron’s handlers': async (place) => withPath(await electronDoor(createCore(place.options)), place),
};

for (const [name, open] of Object.entries(doors)) {
  describe(name, () => {
    let place: TestPlace;
    let door: Door;
    let events: CoreEvent[];
    beforeEach(async () => {
      place = testPlace();
      door = await open(place);
      events = [];
      door.transport.subscribe((event) => events.push(event));
    });
    afterEach(async () => {
      await door.close();
      place.remove();
    });
    for (const [title, walk] of Object.entries(calls)) {
      test(title, () => walk({ client: createClient(door.transport), door, events }));
    }
  });
}
