import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import order from '../../help/order.json' with { type: 'json' };
import { SHORTCUTS } from '../../renderer/app/shortcut-list.ts';
import { helpSite } from '../../scripts/lib/help-site.ts';
import { makeProgram } from '../../src/cli/program.ts';
import { contract } from '../../src/contract/contract.ts';

const ROOT = join(import.meta.dirname, '../..');
const LOCALES = ['fr', 'en'] as const;
const TEXTS = order.filter((id) => id !== 'shortcuts');
const text = (locale: string, id: string): string =>
  readFileSync(join(ROOT, 'help', locale, `${id}.md`), 'utf8');
const commandsOf = (source: string): string[] =>
  [...source.matchAll(/<!-- commands: (.+) -->/gu)].flatMap(([, names = '']) => names.split(' '));

describe.each(LOCALES)('the help in %s', (locale) => {
  const all = TEXTS.map((id) => text(locale, id)).join('\n');

  it('has exactly the pages of the list, each with one title', () => {
    const files = readdirSync(join(ROOT, 'help', locale)).map((name) => name.replace('.md', ''));
    expect(files.toSorted()).toEqual(TEXTS.toSorted());
    for (const id of TEXTS) expect(text(locale, id).match(/^# /gmu), id).toHaveLength(1);
  });

  it('has a place for every command and task of the program, and for none that is not there', () => {
    const known = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'query' ? [] : [name]));
    expect(commandsOf(all).toSorted()).toEqual(known.toSorted());
  });

  it('names every command of the command line', () => {
    const page = text(locale, 'command-line');
    for (const command of makeProgram('0').commands) expect(page).toContain(`\`${command.name()}`);
  });

  it('leads to pages that are there, and names shortcuts that are there', () => {
    for (const [, target = ''] of all.matchAll(/\]\(([^)]+)\)/gu))
      expect(order).toContain(target.replace('.md', ''));
    for (const [, name] of all.matchAll(/`keys:([^`]+)`/gu)) expect(Object.keys(SHORTCUTS)).toContain(name);
  });
});

it('both languages say the same: as many sections, points, rows, and the same commands in each page', () => {
  const shape = (source: string) => ({
    heads: source.match(/^## /gmu)?.length ?? 0,
    points: source.match(/^(?:- |\d+\. )/gmu)?.length ?? 0,
    rows: source.match(/^\|/gmu)?.length ?? 0,
    keys: [...source.matchAll(/`keys:([^`]+)`/gu)].map(([, name]) => name),
    commands: commandsOf(source),
  });
  for (const id of TEXTS) expect(shape(text('en', id)), id).toEqual(shape(text('fr', id)));
});

it('the French is set as French is: no-break spaces before high signs and inside guillemets', () => {
  for (const id of TEXTS) {
    const prose = text('fr', id).replaceAll(/`[^`\n]*`|<!--[\s\S]*?-->|^\|[-|]+$/gmu, 'x');
    expect(prose.match(/ [;:!?»%]|« |'/gu), id).toBeNull();
  }
});

describe('the site', () => {
  const site = helpSite();

  const folder = join(ROOT, 'docs/site');

  it('is kept as its sources make it: npm run docs', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...site.keys(), 'style.css'].toSorted());
    for (const [path, content] of site) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(content);
  });

  it('needs nothing from elsewhere, and its links lead to its own pages', () => {
    for (const [path, content] of site) {
      expect(content).not.toMatch(/https?:|<script|url\(/u);
      for (const [, href = ''] of content.matchAll(/href="([^"]+)"/gu))
        if (href.startsWith('#')) expect(content, href).toContain(`id="${href.slice(1)}"`);
        else expect([...site.keys(), 'style.css'], path).toContain(href);
      expect(content).not.toContain('keys:');
    }
  });
});
