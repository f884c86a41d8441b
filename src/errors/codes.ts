/**
 * Every failure a person may meet, with a stable code. Scripts and windows rest on these: add, never rename.
 * The sentences stand in `messages-fr.ts` and `messages-en.ts`.
 */
export const ERROR_CODES = [
  'call.unknown',
  'call.cancelled',
  'input.invalid',
  'internal',
  'name.empty',
  'name.too-long',
  'name.taken',
  'not-found',
  'project.none',
  'project.exists',
  'project.missing',
  'project.folder-missing',
  'project.not-sqlite',
  'project.beginning-lost',
  'project.foreign',
  'project.truncated',
  'project.damaged',
  'project.schema',
  'salvage.nothing',
  'project.newer',
  'project.locked',
  'project.read-only',
  'project.permission',
  'project.name-too-long',
  'project.no-locks',
  'project.busy',
  'project.replaced',
  'project.taken-over',
  'migration.read-only',
  'backups.place-missing',
  'backups.place-unusable',
  'backups.copy-missing',
  'backups.copy-damaged',
  'disk.full',
  'disk.error',
  'output.project',
  'output.original',
  'output.other-kind',
  'file.missing',
  'file.is-folder',
  'file.permission',
  'file.unreadable',
  'file.too-heavy',
  'range.invalid',
  'range.outside',
  'range.surrogate',
  'range.empty',
  'edit.invalid',
  'edit.stale',
  'edit.loses',
  'edit.empties',
  'edit.too-long',
  'replace.loses',
  'codings.stale',
  'codings.different',
  'codings.apart',
  'codings.split-outside',
  'codings.link-self',
  'code.cycle',
  'code.is-folder',
  'code.goes-too',
  'code.path-invalid',
  'version.unreadable',
  'value.invalid',
  'group.elsewhere',
  'draft.missing',
  'search.syntax',
  'pattern.invalid',
  'encoding.unknown',
  'format.empty',
  'format.unreadable',
  'format.encrypted',
  'format.scanned',
  'format.wrong-kind',
  'format.too-large',
  'format.too-deep',
  'format.unsupported',
  'format.is-table',
  'format.no-table',
  'format.cancelled',
  'speakers.pattern',
  'speakers.other-document',
  'pseudonyms.two-roles',
  'chart.empty',
  'chart.unavailable',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A failure that has words for the person; anything else that is thrown is an `internal` error. */
export class RepereError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}, options: ErrorOptions = {}) {
    super(code, options);
    this.name = 'RepereError';
    this.code = code;
    this.details = details;
  }
}

export function fail(code: ErrorCode, details: ErrorDetails = {}): never {
  throw new RepereError(code, details);
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (ERROR_CODES as readonly string[]).includes(value);
}
