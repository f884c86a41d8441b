/** The code colours as sRGB, for drawings that have no style sheet: what the design's OKLCH values give. */
const CODE_COLOURS: readonly { readonly light: string; readonly dark: string }[] = [
  { light: '#7f5948', dark: '#b9946c' }, // 1 Terre
  { light: '#b36e00', dark: '#efa21a' }, // 2 Ambre
  { light: '#464907', dark: '#7c7b3f' }, // 3 Olive
  { light: '#71977c', dark: '#70e2aa' }, // 4 Sauge
  { light: '#5e6498', dark: '#8599bc' }, // 5 Ardoise
  { light: '#3d3095', dark: '#586dd3' }, // 6 Indigo
  { light: '#b272d7', dark: '#fdbffe' }, // 7 Lilas
  { light: '#7b0853', dark: '#b84884' }, // 8 Prune
  { light: '#8c1006', dark: '#c05012' }, // 9 Grenat
  { light: '#b34304', dark: '#ee774c' }, // 10 Rouille
  { light: '#889605', dark: '#d6e35b' }, // 11 Moutarde
  { light: '#027764', dark: '#40af84' }, // 12 Sapin
  { light: '#004f6c', dark: '#5f7a99' }, // 13 Pétrole
  { light: '#4191ec', dark: '#56bffe' }, // 14 Azur
  { light: '#9c50ad', dark: '#b376dd' }, // 15 Orchidée
  { light: '#d764a0', dark: '#ff92c8' }, // 16 Rose
  { light: '#b6496e', dark: '#e670a9' }, // 17 Framboise
  { light: '#5b3b3b', dark: '#b96e6c' }, // 18 Cacao
  { light: '#e26751', dark: '#ffae8b' }, // 19 Corail
  { light: '#65690a', dark: '#929b0f' }, // 20 Mousse
  { light: '#1591af', dark: '#add6e0' }, // 21 Brume
  { light: '#1357b1', dark: '#6790f6' }, // 22 Cobalt
  { light: '#786bd5', dark: '#c4a7f1' }, // 23 Violet
  { light: '#842e83', dark: '#9b55b5' }, // 24 Aubergine
];

/** The colour (1 to 24) of a code's mark in a theme. */
export function codeColour(colour: number, theme: 'light' | 'dark'): string {
  return CODE_COLOURS[colour - 1]?.[theme] ?? CODE_COLOURS[0]?.[theme] ?? '#000000';
}
