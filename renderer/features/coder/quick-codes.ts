import { useMemo } from 'react';
import {
  boundQuickCode,
  QUICK_CODES,
  readQuickCodes,
  writeQuickCodes,
  type QuickCodes,
} from '../../../src/settings/quick-codes.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';

export function digitOfCode(codes: QuickCodes, codeId: number): number | null {
  return [...codes].find(([, id]) => id === codeId)?.[0] ?? null;
}

/** The digits of the project, kept in it: undoing and other windows go with them. */
export function useQuickCodes(): QuickCodes {
  const json = useCall('settings.project', {}).data?.[QUICK_CODES];
  return useMemo(() => readQuickCodes(json), [json]);
}

export async function bindQuickCode(codes: QuickCodes, digit: number, codeId: number): Promise<boolean> {
  const value = writeQuickCodes(boundQuickCode(codes, digit, codeId));
  return (await runCommand('settings.setProject', { key: QUICK_CODES, value })).ok;
}
