import { parseArgs } from 'node:util';
import { replacedSession } from '../helpers/kills/replaced.ts';

// The file is taken away or replaced while somebody works; then everything is tried that may change it.

const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '180' }, seed: { type: 'string', default: '0' } },
  allowPositionals: true,
});

for (const journal of ['wal', 'delete'] as const) {
  const failures: string[] = [];
  const sessions = Math.ceil(Number(values.sessions) / 2);
  let [tried, whole] = [0, 0];
  for (let number = 0; number < sessions; number += 1) {
    const seed = Number(values.seed) + number;
    const found = await replacedSession(journal, seed);
    tried += found.tried;
    whole += found.problems.length === 0 ? 1 : 0;
    for (const problem of found.problems)
      failures.push(`${journal}, seed ${seed}, ${found.loss}: ${problem}`);
  }
  console.log(
    `${sessions} files replaced or taken away while open (${journal}): ${tried} calls tried afterwards, ` +
      `${whole} sessions without a fault`,
  );
  for (const failure of failures) console.log(`    ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}
