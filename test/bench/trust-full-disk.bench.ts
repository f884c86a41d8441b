import { parseArgs } from 'node:util';
import { fullDiskSession, whyNoSmallDisk } from '../helpers/kills/full-disk.ts';

// Sessions on a disk that becomes full; afterwards somebody makes room and opens the project again.

const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '40' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});

const reason = whyNoSmallDisk();
if (reason !== null) console.log(`trust-full-disk: ${reason}; nothing was measured.`);
else {
  const count = Math.ceil(Number(values.sessions) / 2);
  for (const journal of ['wal', 'delete'] as const) {
    const failures: string[] = [];
    let [refused, opened, clean, kept, whole] = [0, 0, 0, 0, 0];
    for (let session = 0; session < count; session += 1) {
      const seed = Number(values.seed) + session;
      const found = await fullDiskSession(journal, seed);
      refused += found.refused > 0 ? 1 : 0;
      opened += found.opened ? 1 : 0;
      clean += found.clean ? 1 : 0;
      kept += found.kept ? 1 : 0;
      whole += found.problems.length === 0 ? 1 : 0;
      for (const problem of found.problems) failures.push(`${journal}, seed ${seed}: ${problem}`);
    }
    console.log(
      `${count} sessions on a full disk (${journal}): ${refused} met its end, ${opened} opened again, ${clean} clean, ` +
        `${kept} with all that was answered, ${whole} with nothing left over`,
    );
    for (const failure of failures) console.log(`    ${failure}`);
    if (failures.length > 0) process.exitCode = 1;
  }
}
