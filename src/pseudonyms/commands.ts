import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { found, uniqueName } from '../errors/lookup.ts';
import { applyPseudonyms } from './apply.ts';
import type { pseudonymsContract } from './contract.ts';
import { addPseudonym, pseudonymReads, removePseudonym, updatePseudonym } from './store.ts';
import { readNameTable } from './table-file.ts';

export const pseudonymCommands: CommandHandlers<InFeature<typeof pseudonymsContract, 'command'>> = {
  'pseudonyms.add': ({ db, now, describe }, entry) => {
    describe({ pseudonym: entry.replacement });
    return { pseudonymId: uniqueName(entry.name, () => addPseudonym(db, entry, now)) };
  },

  'pseudonyms.update': ({ db, describe }, { pseudonymId, kind, name, replacement }) => {
    const entry = found(pseudonymReads(db).byId.get(pseudonymId), 'pseudonym', pseudonymId);
    const updated = {
      id: entry.id,
      kind: kind ?? entry.kind,
      name: name ?? entry.name,
      replacement: replacement ?? entry.replacement,
    };
    uniqueName(updated.name, () => updatePseudonym(db, updated));
    describe({ pseudonym: updated.replacement });
    return {};
  },

  'pseudonyms.remove': ({ db, describe }, { pseudonymIds }) => {
    const entries = pseudonymIds.map((id) => found(pseudonymReads(db).byId.get(id), 'pseudonym', id));
    for (const { id } of entries) removePseudonym(db, id);
    describe({ count: entries.length });
    return {};
  },

  'pseudonyms.import': ({ db, now, describe }, { csv }) => {
    let [added, updated] = [0, 0];
    for (const entry of readNameTable(csv)) {
      const known = pseudonymReads(db).byName.get(entry.name);
      if (known === undefined) {
        addPseudonym(db, entry, now);
        added += 1;
      } else if (known.kind !== entry.kind || known.replacement !== entry.replacement) {
        updatePseudonym(db, { ...entry, id: known.id });
        updated += 1;
      }
    }
    describe({ count: added + updated });
    return { added, updated };
  },

  'pseudonyms.apply': ({ db, session, now, describe }, options) => {
    const applied = applyPseudonyms(db, session, options, now);
    describe({ count: applied.replacements, documents: applied.documents });
    return applied;
  },
};
