/** What SQLite keeps beside a file while it is open, or was when its process died. */
export const SIDE_FILES = ['-wal', '-shm', '-journal'] as const;
