import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/formats/html.ts';
import { bytesOf, failure } from './documents.ts';

function html(body: string): Uint8Array {
  return new TextEncoder().encode(`<!doctype html><meta charset=utf-8><title>Essai</title><body>${body}`);
}

async function textOf(body: string): Promise<string> {
  return (await readHtml(html(body))).text;
}

describe('the text of a web page', () => {
  it.each([
    ['blocks are paragraphs, breaks are lines', '<p>a<br>b<div>c</div>d', 'a\nb\nc\nd'],
    ['white space collapses as browsers do it', '<p> a \n b <b> c</b> d&nbsp; e ', 'a b c d\u00A0 e'],
    ['and stays where it counts', '<pre>a\n  b</pre><p style="white-space: pre-wrap">c  d', 'a\n  b\nc  d'],
    ['programs, looks, navigation and forms are left out', '<script>x</script><style>x</style><nav>x</nav><template>x</template><noscript>x</noscript><svg><text>x</text></svg><button>x</button><select><option>x</select><p>a<input value=x>', 'a'],
    ['so is what stands around the text that a page names', '<header>x</header><main><header>a</header><p>b<aside>c</aside></main><aside>x</aside><footer>x</footer>', 'a\nb\nc'],
    ['nothing is left out where a page names none', '<header>a</header><p>b<footer>c</footer>', 'a\nb\nc'],
    ['so is what is hidden', '<p hidden>x<p aria-hidden=true>x<p style="display:none">x<p>a', 'a'],
    ['numbers of lists are text', '<ol start=3><li>a<li value=7>b<li>c</ol><ol type=a><li>d</ol><ol reversed><li>e<li>f</ol><ol type=I><li>g</ol>', '3. a\n7. b\n8. c\na. d\n2. e\n1. f\nI. g'],
    ['bullets are one sign', '<ul><li><p>a</p><ul><li>b</ul><li>c</ul>', '• a\n• b\n• c'],
    ['rows are lines with tabs', '<table><tr><th>a<th>b<tr><td><p>c<p>d<td>e</table>', 'a\tb\nc\nd\te'],
    ['struck words stay, changes with a date are accepted', '<p>a<del>b</del><del datetime="2020-05-18">c</del><ins datetime="2020-05-18">d</ins>', 'abd'],
    ['notes of Word', '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a><div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> note</div></div>', 'a[1]\n[1] note'],
    ['notes of pandoc', '<p>a<a href="#fn1" class="footnote-ref"><sup>1</sup></a><section class=footnotes><ol><li id=fn1><p>note<a href="#fnref1" class="footnote-back">↩</a></ol></section><p>b', 'a[1]\nb\n[1] note'],
    ['a link to nowhere is its text', '<p>a <a href="#fn1" class="footnote-ref">1</a>', 'a 1'],
    ['entities and references are characters', '<p>&lt;b&gt; &eacute;&#8239;!', '<b> é\u202F!'],
  ])('%s', async (_rule, body, expected) => {
    expect(await textOf(body)).toBe(expected);
  }); // prettier-ignore

  it('has headings and its title', async () => {
    const parsed = await readHtml(html('<h1>Un\n titre</h1><p>a<h3>b<br>c</h3>'));
    expect(parsed.headings).toEqual([
      { paragraph: 0, level: 1, title: 'Un titre' },
      { paragraph: 2, level: 3, title: 'b c' },
    ]);
    expect(parsed.properties.title).toBe('Essai');
  });

  it.each([
    ['<meta charset="windows-1252"><p>\u00e9t\u00e9', 'été'],
    ['<meta http-equiv=content-type content="text/html; charset=iso-8859-1"><p>\u0080', '€'],
    ['<?xml version="1.0" encoding="iso-8859-15"?><html><p>\u00a4', '€'],
    ['<meta charset="utf-8"><p>l\u0092\u00e9cole et l\u0092\u00e9t\u00e9', 'l’école et l’été'],
  ])('is decoded as it says, or as it is: %j', async (page, expected) => {
    expect((await readHtml(new Uint8Array(Buffer.from(page, 'latin1')))).text).toBe(expected);
  });

  it('reads XHTML with elements that close themselves', async () => {
    const page =
      '<?xml version="1.0"?><html xmlns="x"><head><title/><script src="x"/></head><body><p>a<a id="y"/>b<br/>c</p></body></html>';
    expect((await readHtml(new TextEncoder().encode(page))).text).toBe('ab\nc');
  });

  it('reads pandoc’s changes as accepted', async () => {
    const { text, warnings } = await readHtml(bytesOf('pandoc.html'));
    expect(text).toContain('C’était long, très long.');
    expect(warnings.map(({ code }) => code)).toEqual(['tracked-changes']);
  });

  it('does not overflow on what is nested, and refuses what nobody nests', async () => {
    expect(await textOf(`${'<div>'.repeat(10_000)}oui`)).toBe('oui');
    expect(await textOf(`${'<table><tr><td>'.repeat(1_000)}oui`)).toBe('oui');
    await failure(readHtml(html('<div>'.repeat(100_000))), 'format.too-deep');
    await failure(readHtml(html('<p hidden>a')), 'format.empty');
    await failure(readHtml(html('a'), { signal: AbortSignal.abort() }), 'format.cancelled');
  });
});
