import { useMemo } from 'react';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';

const KEY = 'codes.quick';

export const QUICK_DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The code that each digit applies; a digit without a code is absent. */
export type QuickCodes = ReadonlyMap<number, number>;

const NONE: QuickCodes = new Map();

/** Reads the project's setting; what is no digit with the id of a code is left out. */
export function readQuickCodes(json: string | undefined): QuickCodes {
  if (json === undefined) return NONE;
  try {
    const stored: unknown = JSON.parse(json);
    if (typeof stored !== 'object' || stored === null) return NONE;
    const pairs = QUICK_DIGITS.map(
      (digit) => [digit, Reflect.get(stored, String(digit)) as unknown] as const,
    );
    return new Map(pairs.filter((pair): pair is [(typeof pair)[0], number] => Number.isInteger(pair[1])));
  } catch {
    return NONE;
  }
}

export function writeQuickCodes(codes: QuickCodes): string {
  return JSON.stringify(Object.fromEntries(codes));
}

/** A code has one digit and a digit one code: binding moves both. Bound to the digit it has, the code loses it. */
export function boundQuickCode(codes: QuickCodes, digit: number, codeId: number): QuickCodes {
  const others = [...codes].filter(([each, id]) => each !== digit && id !== codeId);
  return new Map(codes.get(digit) === codeId ? others : [...others, [digit, codeId]]);
}

export function digitOfCode(codes: QuickCodes, codeId: number): number | null {
  return [...codes].find(([, id]) => id === codeId)?.[0] ?? null;
}

/** The digits of the project, kept in it: undoing and other windows go with them. */
export function useQuickCodes(): QuickCodes {
  const json = useCall('settings.project', {}).data?.[KEY];
  return useMemo(() => readQuickCodes(json), [json]);
}

export async function bindQuickCode(codes: QuickCodes, digit: number, codeId: number): Promise<void> {
  const value = writeQuickCodes(boundQuickCode(codes, digit, codeId));
  await runCommand('settings.setProject', { key: KEY, value });
}
