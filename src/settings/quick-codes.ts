/** The project's setting that holds which digit applies which code: a JSON object of digits and ids of codes. */
export const QUICK_CODES = 'codes.quick';

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

/** The digit that a change gave to a code, or took from one; `null` where it did neither. */
export function quickCodeChange(
  before: QuickCodes,
  after: QuickCodes,
): { readonly digit: number; readonly codeId: number; readonly given: boolean } | null {
  for (const [digit, codeId] of after)
    if (before.get(digit) !== codeId) return { digit, codeId, given: true };
  for (const [digit, codeId] of before) if (!after.has(digit)) return { digit, codeId, given: false };
  return null;
}
