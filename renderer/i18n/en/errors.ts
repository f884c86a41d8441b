import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/errors.ts';

export const en: SameKeys<typeof fr> = {
  connectionLost:
    'Repère does not answer any more. What was saved is in the project file; the last action may not be.',
  lostBanner: 'The connection to Repère is lost. Everything that was saved is kept; trying again…',
  refusedBanner:
    'This page is no longer connected to Repère. Start the program again and open the address it prints; your project is intact.',
  stoppedTitle: 'Repère has stopped',
  stoppedKept: 'Your work is saved in the project’s file.',
  stoppedWords:
    'What you had just typed could not be written to it: this computer keeps it and will offer it when the project is opened next.',
  stoppedHow: 'To go on, start Repère again as usual: a new page will open. You can then close this one.',
  stoppedWhy: 'Repère stops by itself one minute after its last page was closed or fell asleep.',
  coreLost: 'The core of the program stopped ({{reason}}) and is starting again. What was saved is kept.',
  stageTooLarge: '“{{name}}” is too large to be read.',
  stageFailed: '“{{name}}” could not be read by the browser. Check that it was not moved, then try again.',
  crashTitle: 'This part of the window stopped',
  crashText:
    'An unexpected error interrupted the display. The project is not affected: everything you did is in the file {{file}}.',
  crashTextNoProject: 'An unexpected error interrupted the display. No file is affected.',
  crashDetails: 'Technical detail: {{message}}',
  crashRetry: 'Show it again',
  crashReload: 'Reload the window',
  saveFailed: 'The file could not be saved.',
};
