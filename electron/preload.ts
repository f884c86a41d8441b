import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { DesktopBridge } from '../renderer/desktop-bridge.ts';
import type { DesktopEvent, DesktopRequest } from './messages.ts';

// All that a window gets of the desktop. The channels' names stand here a second time, since a sandboxed script
// cannot load other files; a test compares them.
const ask = (request: DesktopRequest) => ipcRenderer.invoke('repere:call', request);

function listen(hear: (event: DesktopEvent) => void): () => void {
  const listener = (_event: IpcRendererEvent, event: DesktopEvent) => hear(event);
  ipcRenderer.on('repere:event', listener);
  return () => void ipcRenderer.off('repere:event', listener);
}

const { platform } = process;
const bridge: DesktopBridge = {
  platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
  invoke: (request) => ask(request),
  onEvent: (listener) =>
    listen((event) => {
      if (event.type !== 'menu' && event.type !== 'open-path') listener(event);
    }),
  pickFiles: (kind) => ask({ type: 'pick-files', kind }),
  pickSavePath: (suggested, kind) => ask({ type: 'pick-save-path', suggested, kind }),
  pathForFile: (file) => webUtils.getPathForFile(file),
  openWindow: () => void ask({ type: 'new-window' }),
  openPath: () => ask({ type: 'open-path' }),
  onOpenPath: (listener) =>
    listen((event) => {
      if (event.type === 'open-path') listener(event.path);
    }),
  onMenu: (listener) =>
    listen((event) => {
      if (event.type === 'menu') listener(event.action);
    }),
  setMenuState: (state) => void ask({ type: 'menu-state', state }),
};

contextBridge.exposeInMainWorld('repere', bridge);
