import { IMPORT_ACCEPT, TABLE_ACCEPT } from './file-kinds.ts';
import { chosenFiles } from './folder-files.ts';

/** Lets the person choose files in the page's own file field; none when the person cancelled. */
export async function chooseFiles(what: 'import' | 'tables'): Promise<readonly File[]> {
  return choose((input) => {
    input.multiple = true;
    input.accept = what === 'tables' ? `${TABLE_ACCEPT},.txt` : IMPORT_ACCEPT;
  });
}

/** Lets the person choose a folder, and answers the files in it and below; `null` when the person cancelled. */
export async function chooseFolder(): Promise<readonly File[] | null> {
  const files = await choose((input) => {
    input.webkitdirectory = true;
  });
  return files.length === 0 ? null : chosenFiles(files);
}

function choose(prepare: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  prepare(input);
  // In the page, so that tests and assistive technology find it.
  document.body.append(input);
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    });
    input.addEventListener('cancel', () => {
      resolve([]);
      input.remove();
    });
    input.click();
  });
}
