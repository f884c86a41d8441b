import type { Answer } from '../../src/contract/wire.ts';
import type { FileSource } from '../../src/imports/contract.ts';
import type { Report } from '../../src/reports/contract.ts';
import { i18nNow } from '../i18n/use-i18n.ts';
import { toast } from '../ui/toasts.ts';
import { client } from './client.ts';
import { chooseFiles } from './file-field.ts';
import { askForPath } from './path-question.ts';
import { incoming, saveRendered, type Shell } from './shell.ts';

/** The shell in an ordinary browser: files are handed over by upload to our own origin, results are downloads. */
export function browserShell(token: string): Shell {
  return {
    kind: 'browser',
    bridge: null,
    stage: (file) => stage(file, token),
    openWindow: () => void openWindow(token),
    pickImportFiles: async () => incoming(await chooseFiles('import')),
    pickTableFiles: async () => incoming(await chooseFiles('tables')),
    pickProject: () => askForPath({ kind: 'open' }),
    pickNewProjectPath: (suggested, folder) => askForPath({ kind: 'create', suggested, folder }),
    pathOf: () => null,
    saveReport,
  };
}

/** A window of its own rather than a tab, as large as this one, by an address that lets it in once. */
async function openWindow(token: string): Promise<void> {
  const address = await launchAddress(token);
  if (address === null) return void toast({ kind: 'error', text: i18nNow().t('errors.lostBanner') });
  const size = `width=${window.outerWidth},height=${window.outerHeight}`;
  // With `noopener` the answer is always null: whether a blocker stopped it cannot be told.
  window.open(address, '_blank', `noopener,popup,${size}`);
}

async function launchAddress(token: string): Promise<string | null> {
  try {
    const response = await fetch('/launch', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    });
    const { address } = (await response.json()) as { readonly address: string };
    return new URL(address).pathname + new URL(address).search;
  } catch {
    return null;
  }
}

async function stage(file: File, token: string): Promise<FileSource> {
  const response = await fetch(`/stage?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: file,
  }).catch(() => null);
  if (response?.status === 413) throw new Error(i18nNow().t('errors.stageTooLarge', { name: file.name }));
  if (response === null || !response.ok)
    throw new Error(i18nNow().t('errors.stageFailed', { name: file.name }));
  const answer = (await response.json()) as Answer<{ readonly stagedId: string }>;
  if (!answer.ok) throw new Error(answer.error.message);
  return { kind: 'staged', stagedId: answer.value.stagedId, fileName: file.name };
}

async function saveReport(report: Report): Promise<boolean> {
  try {
    saveRendered(await client.reports.render(report));
    return true;
  } catch (error) {
    toast({ kind: 'error', text: error instanceof Error ? error.message : i18nNow().t('errors.saveFailed') });
    return false;
  }
}
