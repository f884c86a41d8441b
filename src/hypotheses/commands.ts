import { codeReads } from '../codebook/store.ts';
import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { reorder } from '../database/order.ts';
import { found, uniqueName } from '../errors/lookup.ts';
import { checkPlace, hypothesisById } from './place.ts';
import type { hypothesesContract } from './contract.ts';
import {
  addGroup,
  addHypothesis,
  addMapping,
  giveMappings,
  hypothesisReads,
  moveMapping,
  placeGroup,
  placeHypothesis,
  removeGroup,
  removeHypothesis,
  removeMapping,
  renameGroup,
  updateHypothesis,
} from './store.ts';

export const hypothesisCommands: CommandHandlers<InFeature<typeof hypothesesContract, 'command'>> = {
  'hypotheses.create': ({ db, describe }, { label, title, statement }) => {
    describe({ hypothesis: label });
    return { hypothesisId: uniqueName(label, () => addHypothesis(db, label, title, statement ?? '')) };
  },

  'hypotheses.update': ({ db, describe }, { hypothesisId, label, title, statement }) => {
    const row = hypothesisById(db, hypothesisId);
    const values = {
      label: label ?? row.label,
      title: title ?? row.title,
      statement: statement ?? row.statement,
    };
    uniqueName(values.label, () => updateHypothesis(db, hypothesisId, values));
    describe({ hypothesis: values.label });
    return {};
  },

  'hypotheses.move': ({ db, describe }, { hypothesisId, position }) => {
    const row = hypothesisById(db, hypothesisId);
    for (const place of reorder(hypothesisReads(db).list.all(), hypothesisId, position)) {
      placeHypothesis(db, place.id, place.position);
    }
    describe({ hypothesis: row.label });
    return {};
  },

  'hypotheses.remove': ({ db, describe }, { hypothesisId, giveToId }) => {
    const row = hypothesisById(db, hypothesisId);
    if (giveToId !== undefined && giveToId !== null && giveToId !== hypothesisId) {
      hypothesisById(db, giveToId);
      giveMappings(db, hypothesisId, giveToId);
    }
    removeHypothesis(db, hypothesisId);
    describe({ hypothesis: row.label });
    return {};
  },

  'hypotheses.createGroup': ({ db, describe }, { hypothesisId, name }) => {
    const row = hypothesisById(db, hypothesisId);
    describe({ group: name, hypothesis: row.label });
    return { hypothesisGroupId: uniqueName(name, () => addGroup(db, hypothesisId, name)) };
  },

  'hypotheses.renameGroup': ({ db, describe }, { hypothesisGroupId, name }) => {
    const group = found(
      hypothesisReads(db).groupById.get(hypothesisGroupId),
      'hypothesisGroup',
      hypothesisGroupId,
    );
    uniqueName(name, () => renameGroup(db, hypothesisGroupId, name));
    describe({ from: group.name, to: name });
    return {};
  },

  'hypotheses.moveGroup': ({ db, describe }, { hypothesisGroupId, position }) => {
    const reads = hypothesisReads(db);
    const group = found(reads.groupById.get(hypothesisGroupId), 'hypothesisGroup', hypothesisGroupId);
    const siblings = reads.groups.all().filter((each) => each.hypothesis_id === group.hypothesis_id);
    for (const place of reorder(siblings, hypothesisGroupId, position))
      placeGroup(db, place.id, place.position);
    describe({ group: group.name });
    return {};
  },

  'hypotheses.removeGroup': ({ db, describe }, { hypothesisGroupId }) => {
    const group = found(
      hypothesisReads(db).groupById.get(hypothesisGroupId),
      'hypothesisGroup',
      hypothesisGroupId,
    );
    removeGroup(db, hypothesisGroupId);
    describe({ group: group.name });
    return {};
  },

  'hypotheses.map': ({ db, describe }, { codeId, hypothesisId, hypothesisGroupId, wholeBranch }) => {
    const code = found(codeReads(db).byId.get(codeId), 'code', codeId);
    const hypothesis = checkPlace(db, hypothesisId, hypothesisGroupId ?? null);
    describe({ code: code.name, hypothesis: hypothesis.label });
    return {
      mappingId: addMapping(db, codeId, hypothesisId, hypothesisGroupId ?? null, wholeBranch ?? true),
    };
  },

  'hypotheses.unmap': ({ db, describe }, { mappingId }) => {
    const mapping = found(hypothesisReads(db).mappingById.get(mappingId), 'mapping', mappingId);
    removeMapping(db, mappingId);
    describe({
      code: codeReads(db).byId.get(mapping.code_id)?.name,
      hypothesis: hypothesisById(db, mapping.hypothesis_id).label,
    });
    return {};
  },

  'hypotheses.placeMany': ({ db, describe }, { items, hypothesisId, hypothesisGroupId }) => {
    const target = hypothesisId === null ? null : checkPlace(db, hypothesisId, hypothesisGroupId);
    for (const { codeId, mappingId } of items) {
      found(codeReads(db).byId.get(codeId), 'code', codeId);
      const mapping =
        mappingId === null
          ? null
          : found(hypothesisReads(db).mappingById.get(mappingId), 'mapping', mappingId);
      if (mapping !== null && mapping.code_id !== codeId) found(undefined, 'mapping', mapping.id);
      if (mapping !== null && target !== null) moveMapping(db, mapping.id, target.id, hypothesisGroupId);
      else if (mapping !== null) removeMapping(db, mapping.id);
      else if (target !== null) addMapping(db, codeId, target.id, hypothesisGroupId, true);
    }
    describe({ count: items.length, hypothesis: target?.label });
    return {};
  },

  'hypotheses.remap': ({ db, describe }, { mappingId, hypothesisId, hypothesisGroupId }) => {
    const mapping = found(hypothesisReads(db).mappingById.get(mappingId), 'mapping', mappingId);
    const hypothesis = checkPlace(db, hypothesisId, hypothesisGroupId);
    moveMapping(db, mappingId, hypothesisId, hypothesisGroupId);
    describe({ code: codeReads(db).byId.get(mapping.code_id)?.name, hypothesis: hypothesis.label });
    return {};
  },
};
