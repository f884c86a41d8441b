// PROVISIONAL, so that the core runs: to be replaced by the full reader.
export const LIMITS = { fileBytes: 50 * 1024 * 1024 } as const;
