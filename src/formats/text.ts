// PROVISIONAL, so that the core runs: to be replaced by the full reader.
export const ENCODINGS: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'utf-8', label: 'UTF-8' },
  { name: 'windows-1252', label: 'Windows-1252' },
];
