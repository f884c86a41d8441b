import type { BrowserWindowConstructorOptions, TitleBarOverlayOptions } from 'electron';
import type { WindowState } from './window-state.ts';

/** Height of the window's own title bar, in CSS pixels; the design's. */
const TITLE_BAR = 44;
export const MIN_WIDTH = 1100;
export const MIN_HEIGHT = 700;

/** The design's colours of the title bar: its ground and its signs. */
const COLOURS = {
  light: { color: '#f3f2ef', symbolColor: '#494d54' },
  dark: { color: '#111316', symbolColor: '#b4b3ae' },
} as const;

interface WindowSetup {
  readonly platform: NodeJS.Platform;
  readonly dark: boolean;
  readonly state: WindowState;
  readonly preload: string;
  /** Tools for who develops; never in the packaged program. */
  readonly devTools: boolean;
}

/** How every window is made: shut off from Node and from the machine, its title bar drawn by the page. */
export function windowOptions(setup: WindowSetup): BrowserWindowConstructorOptions {
  const { platform, dark, state, preload, devTools } = setup;
  return {
    ...state.bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'Repère',
    backgroundColor: COLOURS[dark ? 'dark' : 'light'].color,
    titleBarStyle: 'hidden',
    ...(platform === 'darwin'
      ? { trafficLightPosition: { x: 16, y: 15 } }
      : { titleBarOverlay: titleBarOverlay(dark), autoHideMenuBar: true }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools,
    },
  };
}

/** The system's buttons over the page's title bar (Windows and Linux). */
export function titleBarOverlay(dark: boolean): TitleBarOverlayOptions {
  return { ...COLOURS[dark ? 'dark' : 'light'], height: TITLE_BAR };
}
