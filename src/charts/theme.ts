import { codeColour } from './code-colours.ts';

/** The colours of a drawing as sRGB. Files for papers take the light ones. */
export interface ChartTheme {
  readonly name: 'light' | 'dark';
  readonly paper: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly accentLine: string;
  readonly onAccent: string;
  readonly onAccentLine: string;
  readonly code: (colour: number) => string;
}

const THEMES: Readonly<Record<'light' | 'dark', ChartTheme>> = {
  light: {
    name: 'light',
    paper: '#ffffff',
    sunken: '#ebeae7',
    line: '#deddda',
    lineStrong: '#bfbeb9',
    ink: '#1d2126',
    ink2: '#494d54',
    ink3: '#5f646a',
    accent: '#006473',
    accentLine: '#95c8d2',
    onAccent: '#fcfcfa',
    onAccentLine: '#1d2126',
    code: (colour) => codeColour(colour, 'light'),
  },
  dark: {
    name: 'dark',
    paper: '#1b1e21',
    sunken: '#0d0e11',
    line: '#2c2f33',
    lineStrong: '#44484d',
    ink: '#e4e3e0',
    ink2: '#b4b3ae',
    ink3: '#989792',
    accent: '#6cc3cc',
    accentLine: '#2a616c',
    onAccent: '#091619',
    onAccentLine: '#e4e3e0',
    code: (colour) => codeColour(colour, 'dark'),
  },
};

export function chartTheme(name: 'light' | 'dark'): ChartTheme {
  return THEMES[name];
}

/** No text of a chart is smaller. */
export const SMALLEST_TEXT = 12;
export const CHART_FONT = '"Inter Variable", Inter, Arial, "Liberation Sans", "DejaVu Sans", sans-serif';

/** A CSS font for canvases. */
export function chartFont(sizePx: number, weight: 400 | 500 | 600 = 400): string {
  return `${weight} ${sizePx}px ${CHART_FONT}`;
}
