import { describe, expect, it } from 'vitest';
import { hypothesesChart } from '../../../src/charts/hypotheses.ts';
import { stancesChart } from '../../../src/charts/stances.ts';
import { canvasLibrary, measureWith } from '../../../src/reports/canvas.ts';
import { chartPng, chartSvg } from '../../../src/reports/chart-image.ts';
import { SvgContext } from '../../../src/reports/svg-context.ts';
import { MODEL, request } from '../charts/sample.ts';

const library = await canvasLibrary();
const measure = measureWith(library);

describe('a chart as SVG', () => {
  it('has every code, title and figure as text of at least 12 pixels', () => {
    const drawn = hypothesesChart({ ...request('labelled'), measure });
    const svg = chartSvg(drawn, 'Combien de référents par code', measure);
    const texts = [...svg.matchAll(/<text [^>]*font-size="([\d.]+)"[^>]*>([^<]*)<\/text>/gu)];
    const words = texts.map((match) => match[2]);
    expect(words).toContain('Combien de référents par code');
    expect(words).toContain('8 référents interrogés, sur 15 contactés');
    expect(words).toContain('Modalités d’évaluation &amp; « QCM »');
    for (const { label, title } of MODEL.hypotheses)
      expect(words).toEqual(expect.arrayContaining([title, ...(label === '' ? [] : [label])]));
    for (const [, size] of texts) expect(Number(size)).toBeGreaterThanOrEqual(12);
    expect(svg).toMatch(
      /^<\?xml[^>]*\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="768" height="\d+"/u,
    );
    expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
    expect(svg).not.toContain('<image');
  });
  it('draws bars of stances with their counts', () => {
    const svg = chartSvg(stancesChart({ ...request('labelled'), measure }), 'Position', measure);
    expect(svg).toContain('>51</text>');
    expect(svg).toContain('>aucune position notée</text>');
    expect(svg).toContain('fill="#006473"');
  });
  it('is written without a canvas too', () => {
    const bare = measureWith(null);
    expect(chartSvg(hypothesesChart({ ...request('labelled'), measure: bare }), 'x', bare)).toContain(
      'Hors hypothèse',
    );
  });
});

describe('the SVG context', () => {
  it('draws whole circles, keeps transforms and clips, and forgets what save had not', () => {
    const context = new SvgContext(10, 10, () => 0);
    context.save();
    context.translate(2, 3);
    context.scale(2, 2);
    context.fillStyle = '#123456';
    context.beginPath();
    context.arc(5, 5, 4, 0, Math.PI * 2);
    context.clip();
    context.fill();
    context.restore();
    context.fillRect(0, 0, 1, 1);
    expect(context.toSvg('a < b').split('\n').slice(2, -2)).toEqual([
      '<title>a &lt; b</title>',
      '<defs><clipPath id="clip1"><path d="M9 5A4 4 0 0 1 1 5A4 4 0 0 1 9 5" transform="matrix(2 0 0 2 2 3)"/></clipPath></defs>',
      '<path d="M9 5A4 4 0 0 1 1 5A4 4 0 0 1 9 5" fill="#123456" clip-path="url(#clip1)" transform="matrix(2 0 0 2 2 3)"/>',
      '<path d="M0 0h1v1h-1Z" fill="#000000"/>',
    ]);
  });
});

describe.skipIf(library === null)('a chart as PNG', () => {
  it('has the asked pixels per CSS pixel, and says its density', () => {
    if (library === null) return;
    const drawn = hypothesesChart({ ...request('labelled'), measure });
    const png = chartPng(drawn, 3.125, library);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2400);
    expect(png.readUInt32BE(20)).toBe(Math.floor(drawn.height * 3.125));
    const density = png.indexOf('pHYs');
    expect(png.readUInt32BE(density + 4)).toBe(11_811);
  });
  it('is smaller than asked rather than too large to open', () => {
    if (library === null) return;
    const codes = Array.from({ length: 300 }, (_, index) => ({
      codeId: index + 1,
      name: `Code ${index}`,
      n: index % 9,
      colour: 1,
      shape: 'round' as const,
    }));
    const model = { ...MODEL, hypotheses: [{ ...MODEL.hypotheses[0]!, groups: [{ name: null, codes }] }] };
    const png = chartPng(hypothesesChart({ ...request('labelled', model), measure }), 8, library);
    expect(png.readUInt32BE(20)).toBeLessThanOrEqual(16_000);
  });
});
