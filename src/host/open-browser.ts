import { spawn } from 'node:child_process';

/** Programs that show an address in the person's own browser, by system. */
function opener(platform: NodeJS.Platform, address: string): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [address]];
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', address]];
  return ['xdg-open', [address]];
}

/** Whether this session has a screen that a window could appear on. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  if (platform === 'win32') return true;
  if (platform === 'darwin') return (env['SSH_CONNECTION'] ?? '') === '';
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Asks the system to show an address; whether it does is not known, and its failure stops nothing. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): void {
  const [program, args] = opener(platform, address);
  const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true });
  child.once('error', () => undefined);
  child.unref();
}
