import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartFont } from '../charts/theme.ts';
import type { Measure } from '../charts/wrap.ts';
import { parseFont } from './svg-text.ts';

export type CanvasLibrary = typeof import('@napi-rs/canvas');
export type CoreCanvas = import('@napi-rs/canvas').Canvas;

let library: Promise<CanvasLibrary | null> | null = null;

/** Where fonts lie below one of the folders above this file: as installed, and as the build puts them beside the pages. */
const FONT_FOLDERS = [
  'node_modules/@fontsource-variable/inter/files',
  'dist/renderer/assets',
  'renderer/assets',
];
const FONT_FILE = /^inter-(?<subset>latin|latin-ext|greek|cyrillic|vietnamese)-wght-normal[\w.-]*\.woff2$/u;

/** The canvas of the core, with Inter where it is found; `null` where its binary does not load. */
export function canvasLibrary(): Promise<CanvasLibrary | null> {
  library ??= import('@napi-rs/canvas').then(
    (loaded) => {
      registerInter(loaded);
      return loaded;
    },
    () => null,
  );
  return library;
}

/** Fonts are an improvement, never a condition: whatever goes wrong here leaves the fonts of the system. */
function registerInter({ GlobalFonts }: CanvasLibrary): void {
  for (const folder of fontFolders()) {
    try {
      const files = readdirSync(folder).filter((file) => FONT_FILE.test(file));
      for (const file of files) {
        const subset = FONT_FILE.exec(file)?.groups?.['subset'] ?? '';
        GlobalFonts.register(
          readFileSync(join(folder, file)),
          subset === 'latin' ? 'Inter Variable' : `Inter ${subset}`,
        );
      }
      if (files.length > 0) return;
    } catch {
      continue;
    }
  }
}

function fontFolders(): string[] {
  const above: string[] = [];
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    above.at(-1) !== folder;
    folder = dirname(folder)
  ) {
    above.push(folder);
  }
  return above
    .flatMap((folder) => FONT_FOLDERS.map((each) => join(folder, each)))
    .filter((folder) => existsSync(folder));
}

/** A canvas on which the fonts that were found stand in for each other, letter by letter. */
export function createCanvas(loaded: CanvasLibrary, width: number, height: number): CoreCanvas {
  const canvas = loaded.createCanvas(width, height);
  const context = canvas.getContext('2d');
  const known = loaded.GlobalFonts.families.map(({ family }) => family);
  const fallbacks = [
    'Inter latin-ext',
    'Inter greek',
    'Inter cyrillic',
    'Inter vietnamese',
    ...known.filter(isPlain),
  ];
  const list = fallbacks.filter((family) => known.includes(family)).map((family) => `"${family}"`);
  const plainFont = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context) as object, 'font');
  Object.defineProperty(context, 'font', {
    configurable: true,
    get: () => String(plainFont?.get?.call(context) ?? ''),
    set: (font: string) => {
      plainFont?.set?.call(
        context,
        [font.replace(/,\s*sans-serif\s*$/u, ''), ...list, 'sans-serif'].join(', '),
      );
      // The weights of a variable font are reached by its axis; the plain weight would only be imitated.
      context.fontVariationSettings = `"wght" ${parseFont(font).weight}`;
    },
  });
  return canvas;
}

/** Families that a machine has and that hold most letters. */
function isPlain(family: string): boolean {
  return /^(?:DejaVu Sans|Liberation Sans|Noto Sans(?: CJK \w+)?|Arial|Segoe UI|Helvetica|Helvetica Neue)$/u.test(
    family,
  );
}

/** Measures texts as {@link createCanvas} draws them, or by rule of thumb where there is no canvas. */
export function measureWith(loaded: CanvasLibrary | null): Measure {
  if (loaded === null) return (text, font) => [...text].length * parseFont(font).sizePx * 0.56;
  const context = createCanvas(loaded, 1, 1).getContext('2d');
  const plain = chartFont(10);
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font}\n${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = font === '' ? plain : font;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
}
