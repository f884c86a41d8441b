import { expect, test } from 'vitest';
import { fullDiskSession, whyNoSmallDisk } from '../helpers/kills/full-disk.ts';
import { LOSSES, replacedSession } from '../helpers/kills/replaced.ts';

// What is under a project while somebody works: the disk that becomes full, the file that another program replaces.

const SESSIONS = 2;

for (const journal of ['wal', 'delete'] as const) {
  test.each(LOSSES.map(({ name }, seed) => ({ name, seed })))(
    `a file that is $name while it is open (${journal}): nothing is answered with « done », nothing in hand is lost`,
    async ({ seed }) => {
      const { problems } = await replacedSession(journal, seed);
      expect(problems).toEqual([]);
    },
  );

  test(`${SESSIONS} sessions on a disk that becomes full (${journal}) leave what was answered`, async (context) => {
    const reason = whyNoSmallDisk();
    if (reason !== null) {
      console.log(`No session on a full disk: ${reason}.`);
      context.skip();
    }
    let refused = 0;
    for (let seed = 0; seed < SESSIONS; seed += 1) {
      const found = await fullDiskSession(journal, seed);
      expect(found).toMatchObject({ opened: true, clean: true, kept: true, problems: [] });
      refused += found.refused;
    }
    expect(refused).toBeGreaterThan(0);
  }, 120_000);
}
