import { expect, test } from 'vitest';
import { textTable } from '../../../src/cli/table.ts';

test('numbers stand at the right, accents and emoji count as one', () => {
  expect(
    textTable(
      ['code', 'n'],
      [
        ['Répondre 😀', 8],
        ['e\u0301té', 12],
      ],
    ),
  ).toBe(['code         n', '──────────  ──', 'Répondre 😀   8', 'e\u0301té         12'].join('\n'));
});
