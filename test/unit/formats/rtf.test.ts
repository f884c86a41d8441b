import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readRtf } from '../../../src/formats/rtf.ts';
import { bytesOf, failure } from './documents.ts';

function rtf(body: string, head = '\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}'): Uint8Array {
  return new Uint8Array(Buffer.from(`{\\rtf1${head}${body}}`, 'latin1'));
}

async function textOf(body: string, head?: string): Promise<string> {
  return (await readRtf(rtf(body, head))).text;
}

function escaped(text: string, encoding: string): string {
  return Array.from(iconv.encode(text, encoding), (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join(
    '',
  );
}

describe('the text of an RTF file', () => {
  it.each([
    ['bytes are of the code page', "\\'e9t\\'e9 \\'80", 'été €'],
    ['bytes may stand as they are', 'd\u00e9but', 'début'],
    ['a Unicode escape has its stand-in left out', "\\u233\\'e9 \\u8217? \\uc2\\u8230\\'85\\'85!", 'é ’ …!'],
    ['without stand-in when it says so', '\\uc0\\u233 t\\u233 ', 'été'],
    ['negative numbers are the upper half', '\\u-10179?\\u-8704?', '😀'],
    ['signs keep their kind', 'a\\~b\\_c\\-d \\emdash\\endash\\lquote\\rquote\\ldblquote\\rdblquote\\bullet', 'a\u00A0b\u2011c\u00ADd —–‘’“”•'],
    ['braces and backslashes are escaped', '\\{a\\}\\\\', '{a}\\'],
    ['breaks are lines, tabs are tabs', 'a\\line b\\tab c\\par d', 'a\nb\tc\nd'],
    ['line ends of the file are nothing', 'a\r\nb\\\nc', 'ab\nc'],
    ['binary data are stepped over', '{\\pict\\bin5 }}{{{}a\\bin3 \\\\\\b', 'ab'],
    ['hidden text is left out', 'a{\\v b}c', 'ac'],
    ['fields show their result', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt lien}}', 'lien'],
    ['what is not known and starred is left out', 'a{\\*\\unknown b{c}}{\\header d}{\\xe e}', 'a'],
    ['Unicode is chosen where there are two', '{\\upr{ancien}{\\*\\ud{\\u233?}}}', 'é'],
    ['a row is a line with tabs', '\\trowd\\intbl a\\cell\\intbl b\\par c\\cell\\row\\pard d', 'a\tb\nc\nd'],
    ['a table in a cell is its lines', '\\trowd\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables\\par}\\pard\\intbl z\\cell\\row\\pard', 'x\ty\nz'],
    ['numbers and bullets of lists stay', "{\\listtext 1.\\tab}un\\par{\\listtext\\'b7\\tab}deux\\par{\\pntext a)\\tab}trois", '1. un\n• deux\na) trois'],
    ['numbers that are typed are the same', '\\fi-360 1.\\tab un\\par\\pard 1.\\tab un', '1. un\n1.\tun'],
    ['deleted text and ends of paragraphs go, inserted text stays', 'a{\\deleted b\\par}{\\revised c}', 'ac'],
    ['notes stand at the end', 'a\\chftn{\\footnote\\pard\\chftn  note}b{\\footnote\\ftnalt fin}', 'a[1]b[2]\n[1] note\n[2] fin'],
    ['text boxes follow', 'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt cadre\\par}}{\\shprslt double}}b\\par c', 'ab\ncadre\nc'],
  ])('%s', async (_rule, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['Русский', 'windows-1251', 204],
    ['Ελληνικά', 'windows-1253', 161],
    ['Łódź', 'windows-1250', 238],
    ['日本語ソ表', 'shift_jis', 128],
    ['简体中文', 'gbk', 134],
    ['繁體中文', 'big5', 136],
    ['한국어', 'cp949', 129],
    ['l’été', 'macintosh', 77],
  ])('reads %s by the code page of its font', async (text, encoding, charset) => {
    const fonts = `\\ansi\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fnil\\fcharset${charset} Autre;}}`;
    expect(await textOf(`\\'e9 {\\f1 ${escaped(text, encoding)}} \\'e9`, fonts)).toBe(`é ${text} é`);
  });

  it('reads the code page of the document where a font says nothing', async () => {
    expect(await textOf(escaped('Привет', 'windows-1251'), '\\ansi\\ansicpg1251')).toBe('Привет');
    expect(await textOf(escaped('cœur été', 'macintosh'), '\\mac')).toBe('cœur été');
  });

  it('joins the halves of a character that are written apart', async () => {
    const fonts = '\\ansi{\\fonttbl{\\f1\\fcharset128 MS Gothic;}}';
    expect(await textOf("\\f1 \\'83\\'5c\\'83A", fonts)).toBe('ソア');
  });

  it('has headings by level and by style, comments, properties and warnings', async () => {
    const body =
      '{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2\\outlinelevel1 Autre;}}{\\info{\\title Essai}{\\author Zo\\u233?}{\\creatim\\yr2020\\mo5\\dy18}}' +
      '\\pard\\s1 un\\par\\pard\\s2 deux\\par\\pard\\outlinelevel2 trois\\par\\pard\\s1\\outlinelevel9 quatre\\par\\pard ' +
      "cinq {\\*\\atrfstart 7}mots{\\*\\atrfend 7}{\\*\\atnid ZB}{\\*\\atnauthor Zo\\'e9}\\chatn{\\*\\annotation{\\*\\atnref 7}\\pard oui}{\\v x}{\\pict 00}";
    const parsed = await readRtf(rtf(body));
    expect(parsed.headings.map(({ level, title }) => [level, title])).toEqual([
      [1, 'un'],
      [2, 'deux'],
      [3, 'trois'],
    ]);
    expect(parsed.properties).toEqual({ title: 'Essai', author: 'Zoé', created: '2020-05-18T00:00:00' });
    const [comment] = parsed.comments ?? [];
    expect(parsed.text.slice(comment?.start, comment?.end)).toBe('mots');
    expect(comment).toMatchObject({ author: 'Zoé', text: 'oui' });
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['hidden-text', 'images-left-out']);
  });

  it('reads the lists that pandoc writes as text, and its tables', async () => {
    const { text } = await readRtf(bytesOf('pandoc.rtf'));
    expect(text).toContain(
      '\n• Moodle\n• une visioconférence\n• sans caméra\nSemaine\tDemandes\n1\tquarante\n2\t\n',
    );
  });

  it('is refused when it is empty, too deep, or no RTF', async () => {
    expect(await failure(readRtf(rtf('')), 'format.empty')).toEqual({ reason: 'no-text' });
    await failure(readRtf(rtf('{'.repeat(2_000))), 'format.too-deep');
    expect(await failure(readRtf(bytesOf('utf-8.txt')), 'format.unreadable')).toEqual({ reason: 'rtf' });
    const stopped = AbortSignal.abort();
    await failure(readRtf(rtf('a'), { signal: stopped }), 'format.cancelled');
  });
});
