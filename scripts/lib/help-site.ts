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
  fr: {
    other: 'English',
    contents: 'Sujets',
    keys: 'Touches',
    action: 'Action',
    skip: 'Aller au texte',
    title: 'Aide',
  },
  en: {
    other: 'Français',
    contents: 'Subjects',
    keys: 'Keys',
    action: 'Action',
    skip: 'Skip to the text',
    title: 'Help',
  },
} as const;

/** The pages of the site by their path in its folder: where to begin, and all of the help in each language. */
export function helpSite(): Map<string, string> {
  const pages = LOCALES.map((locale): [string, string] => [`${locale}.html`, manual(locale)]);
  return new Map([['index.html', START], ...pages]);
}

interface Subject {
  readonly title: string;
  readonly body: string;
}

function subjectOf(locale: Locale, id: string): Subject {
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
      .replaceAll(/href="([\w-]+)\.md/gu, 'href="#$1')
      // The page has a title of its own above them.
      .replaceAll(
        /<(\/?)h([12])>/gu,
        (_whole, slash: string, level: string) => `<${slash}h${Number(level) + 1}>`,
      ),
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

function shortcutPage(locale: Locale): Subject {
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
      `<h3>${escaped(name)}</h3>`,
      `<table><thead><tr><th scope="col">${action}</th><th scope="col">${keys}</th></tr></thead><tbody>`,
      ...rows,
      '</tbody></table>',
    ].join('\n');
  });
  return { title, body: [`<h2>${escaped(title)}</h2>`, ...tables].join('\n') };
}

/** A sentence of the window by its name: `help.title`. */
function words(locale: Locale, key: string): string {
  const [area = '', name = ''] = key.split('.');
  const found: unknown = Reflect.get(Object(Reflect.get(AREAS[locale], area)), name);
  if (typeof found !== 'string') throw new Error(`no such sentence: ${key}`);
  return found;
}

function manual(locale: Locale): string {
  const { other, contents, skip, title } = WORDS[locale];
  const another = locale === 'fr' ? 'en' : 'fr';
  const subjects = order.map((id) => ({ id, ...subjectOf(locale, id) }));
  const links = subjects.map((each) => `<li><a href="#${each.id}">${escaped(each.title)}</a></li>`);
  const sections = subjects.map(({ id, body }) => `<section id="${id}">\n${body.trim()}\n</section>`);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Repère</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<a class="skip" href="#text">${skip}</a>
<nav aria-label="${contents}">
<p class="name">Repère</p>
<ul>
${links.join('\n')}
</ul>
<p><a href="${another}.html" lang="${another}" hreflang="${another}">${other}</a></p>
</nav>
<main id="text">
<h1>${title}</h1>
${sections.join('\n')}
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
<p><a href="fr.html">Aide en français</a></p>
<p lang="en"><a href="en.html" hreflang="en">Help in English</a></p>
</main>
</body>
</html>
`;
