import type { App, Session, WebContents } from 'electron';
import { isOurs } from './protocol.ts';

/** The one permission that is given: to put on the clipboard what the person copies. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write';

/** Before the program is ready: Chromium's own services stay off, and no name is ever looked up. */
export function hardenProcess(app: App): void {
  app.enableSandbox();
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** A session that reaches nothing but the window's own files, and is given nothing of the machine. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) => {
    decide(permission === ALLOWED_PERMISSION && isOurs(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return permission === ALLOWED_PERMISSION && isOurs(origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  // Its dictionaries would come from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url) }));
  void session.setProxy({ mode: 'direct' });
}

/** What a window may load: its own files, what it made itself, and the tools of who develops. */
export function mayLoad(address: string): boolean {
  if (isOurs(address)) return true;
  if (address.startsWith('blob:')) return isOurs(address.slice('blob:'.length));
  return address.startsWith('data:') || address.startsWith('devtools:');
}

/** No window leaves its page, opens another, or holds a page of somebody else. */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
