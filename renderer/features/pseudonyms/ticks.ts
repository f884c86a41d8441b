import type { PreviewedName, TickedForm } from '../../../src/pseudonyms/contract.ts';

/** What the person ticked or unticked, by form; a form without an entry is as it comes. */
export type Ticks = ReadonlyMap<string, boolean>;

type Form = PreviewedName['forms'][number];

function keyOf({ pseudonymId, kind }: TickedForm): string {
  return `${pseudonymId} ${kind}`;
}

export function isTicked(pseudonymId: number, form: Form, ticks: Ticks): boolean {
  return ticks.get(keyOf({ pseudonymId, kind: form.kind })) ?? form.ticked;
}

export function withTick(ticks: Ticks, form: TickedForm, on: boolean): Ticks {
  return new Map([...ticks, [keyOf(form), on]]);
}

/** The forms to replace. */
export function tickedForms(names: readonly PreviewedName[], ticks: Ticks): TickedForm[] {
  return names.flatMap(({ pseudonymId, forms }) =>
    forms.filter((form) => isTicked(pseudonymId, form, ticks)).map(({ kind }) => ({ pseudonymId, kind })),
  );
}

/** How many names the ticked forms replace, and in how many documents' texts. */
export function summary(
  names: readonly PreviewedName[],
  ticks: Ticks,
): { readonly replacements: number; readonly documents: number } {
  const forms = names.flatMap(({ pseudonymId, forms: all }) =>
    all.filter((form) => isTicked(pseudonymId, form, ticks)),
  );
  return {
    replacements: forms.reduce((sum, { count }) => sum + count, 0),
    documents: new Set(forms.flatMap(({ documentIds }) => documentIds)).size,
  };
}
