import type { SameKeys } from '../same-keys.ts';
import type { fr } from '../fr/status.ts';

export const en: SameKeys<typeof fr> = {
  savedAt: 'Saved at {{time}}',
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved, try again',
  notSavedDisk: 'Not saved: disk full or unreadable, try again',
  readOnly: 'Read only',
  undo: 'Undo: {{label}}',
  coder: 'Coder: {{name}}. Change',
  noCoder: 'No name',
  language: 'Language: {{name}}. Switch to {{other}}',
  french: 'French',
  english: 'English',
  offline: 'Offline, no data is sent',
};
