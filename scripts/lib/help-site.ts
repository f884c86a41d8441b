import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import order from '../../help/order.json' with { type: 'json' };
import { SHORTCUTS, type ShortcutEntry, type ShortcutGroup } from '../../renderer/app/shortcut-list.ts';
import { areasEn, areasFr } from '../../renderer/i18n/areas.ts';
import { keyNames } from '../../renderer/ui/key-names.ts';
import type { Locale } from '../../src/settings/contract.ts';
import { root } from './places.mjs';

const LOCALES: readonly Locale[] = ['fr', 'en'];
const AREAS: Readonly<Record<Locale, object>> = { fr: areasFr, en: areasEn };
const GROUPS: readonly ShortcutGroup[] = ['program', 'reader', 'palette', 'tree', 'lists'];
const WORDS = {
  fr: { other: 'English', contents: 'Sujets', keys: 'Touches', action: 'Action', skip: 'Aller au texte' },
  en: { other: 'Français', contents: 'Subjects', keys: 'Keys', action: 'Action', skip: 'Skip to the text' },
} as const;

/** The files of the site by their path in its folder: a page per subject and language, a start page, a style sheet. */
export function helpSite(): Map<string, string> {
  const files = new Map([
    ['style.css', STYLE],
    ['index.html', START],
  ]);
  for (const locale of LOCALES) {
    const pages = order.map((id) => ({ id, ...pageOf(locale, id) }));
    for (const { id, title, body } of pages)
      files.set(`${locale}/${id}.html`, page(locale, id, title, body, pages));
  }
  return files;
}

interface Subject {
  readonly id: string;
  readonly title: string;
}

function pageOf(locale: Locale, id: string): { readonly title: string; readonly body: string } {
  if (id === 'shortcuts') return shortcutPage(locale);
  const text = readFileSync(join(root, 'help', locale, `${id}.md`), 'utf8').replaceAll(
    /<!--[\s\S]*?-->\n?/gu,
    '',
  );
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return {
    title: /^# (.+)$/mu.exec(text)?.[1] ?? id,
    body: html
      .replaceAll(/<code>keys:([\w.]+)<\/code>/gu, (_whole, name: string) => keysOf(locale, name))
      .replaceAll(/href="([\w-]+)\.md/gu, 'href="$1.html'),
  };
}

/** The keys that a shortcut has in the program as it comes, on other systems than a Mac. */
function keysOf(locale: Locale, name: string): string {
  const entry: ShortcutEntry | undefined = Object.hasOwn(SHORTCUTS, name)
    ? SHORTCUTS[name as keyof typeof SHORTCUTS]
    : undefined;
  if (entry === undefined) throw new Error(`the help names a shortcut that is not there: ${name}`);
  return kbd(locale, entry.keys[0] ?? '');
}

function kbd(locale: Locale, chord: string): string {
  return `<kbd>${escaped(keyNames(chord, locale, false).join(' '))}</kbd>`;
}

function shortcutPage(locale: Locale): { readonly title: string; readonly body: string } {
  const title = words(locale, 'help.shortcuts');
  const { keys, action } = WORDS[locale];
  const tables = GROUPS.map((group) => {
    const rows = Object.values<ShortcutEntry>(SHORTCUTS)
      .filter((entry) => entry.group === group)
      .map((entry) => {
        const chords = entry.keys.map((chord) => kbd(locale, chord)).join(' ');
        return `<tr><td>${escaped(words(locale, entry.label))}</td><td>${chords}</td></tr>`;
      });
    const name = words(locale, `help.group${group.charAt(0).toUpperCase()}${group.slice(1)}`);
    return [
      `<h2>${escaped(name)}</h2>`,
      `<table><thead><tr><th scope="col">${action}</th><th scope="col">${keys}</th></tr></thead><tbody>`,
      ...rows,
      '</tbody></table>',
    ].join('\n');
  });
  return { title, body: [`<h1>${escaped(title)}</h1>`, ...tables].join('\n') };
}

/** A sentence of the window by its name: `help.title`. */
function words(locale: Locale, key: string): string {
  const [area = '', name = ''] = key.split('.');
  const found: unknown = Reflect.get(Object(Reflect.get(AREAS[locale], area)), name);
  if (typeof found !== 'string') throw new Error(`no such sentence: ${key}`);
  return found;
}

function page(locale: Locale, id: string, title: string, body: string, pages: readonly Subject[]): string {
  const { other, contents, skip } = WORDS[locale];
  const another = locale === 'fr' ? 'en' : 'fr';
  const links = pages.map((each) => {
    const current = each.id === id ? ' aria-current="page"' : '';
    return `<li><a href="${each.id}.html"${current}>${escaped(each.title)}</a></li>`;
  });
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Repère</title>
<link rel="stylesheet" href="../style.css">
</head>
<body>
<a class="skip" href="#text">${skip}</a>
<nav aria-label="${contents}">
<p class="name">Repère</p>
<ul>
${links.join('\n')}
</ul>
<p><a href="../${another}/${id}.html" lang="${another}" hreflang="${another}">${other}</a></p>
</nav>
<main id="text">
${body.trim()}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const START = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Repère</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>Repère</h1>
<p><a href="fr/start.html">Aide en français</a></p>
<p lang="en"><a href="en/start.html" hreflang="en">Help in English</a></p>
</main>
</body>
</html>
`;

const STYLE = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfdfb, #1b1e1f);
  --side: light-dark(#f3f2ee, #16191a);
  --ink: light-dark(#1f2322, #e6e6e2);
  --quiet: light-dark(#565c5a, #a9aeab);
  --line: light-dark(#dddcd6, #33383a);
  --accent: light-dark(#00626f, #6fd0dd);
}
* {
  box-sizing: border-box;
}
body {
  display: flex;
  min-height: 100vh;
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 16px/1.6 system-ui, sans-serif;
}
nav {
  flex: none;
  width: 260px;
  padding: 24px;
  border-right: 1px solid var(--line);
  background: var(--side);
  font-size: 15px;
}
nav .name {
  margin: 0 0 12px;
  font-weight: 700;
}
nav ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
nav li a {
  display: block;
  padding: 4px 0;
  text-decoration: none;
}
main {
  flex: 1;
  min-width: 0;
  max-width: 760px;
  padding: 24px 48px 64px;
}
h1 {
  font-size: 28px;
  line-height: 1.2;
}
h2 {
  margin-top: 32px;
  font-size: 19px;
}
a {
  color: var(--accent);
  text-underline-offset: 3px;
}
a[aria-current] {
  color: var(--ink);
  font-weight: 600;
}
.skip:not(:focus) {
  position: absolute;
  left: -9999px;
}
kbd,
code {
  padding: 1px 5px;
  border: 1px solid var(--line);
  border-radius: 4px;
  background: var(--side);
  font-size: 0.88em;
  white-space: nowrap;
}
kbd {
  font-family: inherit;
}
code {
  font-family: ui-monospace, monospace;
  white-space: normal;
}
table {
  width: 100%;
  border-collapse: collapse;
}
th,
td {
  padding: 6px 12px 6px 0;
  border-bottom: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
}
th {
  color: var(--quiet);
  font-size: 14px;
}
@media (max-width: 720px) {
  body {
    display: block;
  }
  nav {
    width: auto;
    border: 0;
    border-bottom: 1px solid var(--line);
  }
  main {
    padding: 24px;
  }
}
@media print {
  nav,
  .skip {
    display: none;
  }
}
`;
