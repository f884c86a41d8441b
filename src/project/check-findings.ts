import { fill } from '../errors/describe.ts';
import { countInWords } from '../errors/kinds.ts';
import type { Locale } from '../settings/contract.ts';

const SENTENCES = {
  integrity: { fr: 'Des pages du fichier sont endommagées.', en: 'Pages of the file are damaged.' },
  reference: {
    fr: 'Rattaché à un élément qui n’existe plus : {what}.',
    en: 'Attached to something that is not there any more: {what}.',
  },
  range: {
    fr: 'Dans « {name} », ne correspond plus au texte : {what}.',
    en: 'In “{name}”, does not fit the text any more: {what}.',
  },
  derived: {
    fr: 'Dans « {name} », le compte des mots ou l’index ne correspond plus au texte.',
    en: 'In “{name}”, the count of words or the index does not fit the text any more.',
  },
  text: { fr: 'Le texte de « {name} » manque.', en: 'The text of “{name}” is missing.' },
  original: {
    fr: 'N’est plus comme il a été importé : {what}.',
    en: 'Not as it was imported any more: {what}.',
  },
  tree: { fr: 'Placé sous lui-même dans l’arbre : {what}.', en: 'Placed below itself in the tree: {what}.' },
  history: {
    fr: 'Dans l’historique, l’ordre des actions est faux : {what}.',
    en: 'In the history, the order of steps is wrong: {what}.',
  },
} satisfies Record<string, Readonly<Record<Locale, string>>>;

export type FindingKind = keyof typeof SENTENCES;

/** What a check found, counted by kind, table and document, and said as sentences. */
export class Findings {
  readonly #counts = new Map<
    string,
    { readonly kind: FindingKind; readonly table: string; readonly name: string; count: number }
  >();

  add(kind: FindingKind, table = '', name = ''): void {
    const key = [kind, table, name].join('\n');
    const known = this.#counts.get(key) ?? { kind, table, name, count: 0 };
    known.count += 1;
    this.#counts.set(key, known);
  }

  said(locale: Locale): string[] {
    return [...this.#counts.values()].map(({ kind, table, name, count }) =>
      fill(SENTENCES[kind][locale], { name, what: countInWords(table, count, locale) }),
    );
  }
}
