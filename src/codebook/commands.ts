import type { CommandHandlers, InFeature } from '../contract/handlers.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import type { codebookContract } from './contract.ts';
import { createCode, mapNewCode, refuseTakenName } from './create-code.ts';
import { makeFolder } from './make-folder.ts';
import { keepVersion } from '../versions/keep-version.ts';
import { giveCodings, mergeCodes } from './merge-codes.ts';
import { closeGaps, moveCodes, topmost } from './place-codes.ts';
import { splitCode } from './split-code.ts';
import { codeReads, removeCodes, updateCode } from './store.ts';

export const codebookCommands: CommandHandlers<InFeature<typeof codebookContract, 'command'>> = {
  'codes.create': ({ db, now, describe }, input) => {
    describe({ code: input.name });
    const codeId = createCode(db, input, now);
    if (input.position !== undefined)
      moveCodes(
        db,
        [found(codeReads(db).byId.get(codeId), 'code', codeId)],
        input.parentId ?? null,
        input.position,
      );
    mapNewCode(db, codeId, input);
    return { codeId };
  },

  'codes.update': ({ db, now, describe }, input) => {
    const row = found(codeReads(db).byId.get(input.codeId), 'code', input.codeId);
    if (input.name !== undefined) refuseTakenName(db, row.parent_id, input.name, row.id);
    const wanted = {
      ...row,
      name: input.name ?? row.name,
      colour: input.colour ?? row.colour,
      shape: input.shape ?? row.shape,
      is_folder: input.isFolder === undefined ? row.is_folder : Number(input.isFolder),
      brief_definition: input.briefDefinition ?? row.brief_definition,
      full_definition: input.fullDefinition ?? row.full_definition,
      when_to_use: input.whenToUse ?? row.when_to_use,
      when_not_to_use: input.whenNotToUse ?? row.when_not_to_use,
      example: input.example ?? row.example,
    };
    if (JSON.stringify(wanted) !== JSON.stringify(row)) updateCode(db, { ...wanted, modified_at: now });
    const renamed = wanted.name !== row.name;
    describe({ code: row.name, to: renamed ? wanted.name : undefined });
    return {};
  },

  'codes.move': ({ db, describe }, { codeId, parentId, position }) => {
    const row = found(codeReads(db).byId.get(codeId), 'code', codeId);
    moveCodes(db, [row], parentId, position);
    describe({ code: row.name });
    return {};
  },

  'codes.moveMany': ({ db, describe }, { codeIds, parentId, position }) => {
    const rows = topmost(db, codeIds);
    moveCodes(db, rows, parentId, position);
    describe({ code: rows[0]?.name, count: rows.length });
    return {};
  },

  'codes.recolour': ({ db, now, describe }, { codeIds, colour, shape, wholeBranch }) => {
    const rows = codeIds.map((id) => found(codeReads(db).byId.get(id), 'code', id));
    const ids = wholeBranch === true ? codeReads(db).branch.all({ ids: JSON.stringify(codeIds) }) : codeIds;
    for (const id of ids) {
      const row = found(codeReads(db).byId.get(id), 'code', id);
      const wanted = { ...row, colour, shape: shape ?? row.shape };
      if (wanted.colour !== row.colour || wanted.shape !== row.shape)
        updateCode(db, { ...wanted, modified_at: now });
    }
    describe({ code: rows[0]?.name, count: ids.length });
    return {};
  },

  'codes.makeFolder': (context, { codeIds, name }) => makeFolder(context, codeIds, name),

  'codes.merge': mergeCodes,

  'codes.split': splitCode,

  'codes.remove': (context, { codeIds, reassignToId }) => {
    const { db, now, describe } = context;
    const rows = codeIds.map((id) => found(codeReads(db).byId.get(id), 'code', id));
    const ids = JSON.stringify(codeIds);
    const impact = codeReads(db).impact.get({ ids });
    const branch = codeReads(db).branch.all({ ids });
    if (branch.length > 1)
      keepVersion(
        context,
        'remove',
        rows.map((row) => row.name),
      );
    let to: string | undefined;
    if (reassignToId !== undefined) {
      const target = found(codeReads(db).byId.get(reassignToId), 'code', reassignToId);
      if (branch.includes(target.id)) throw new RepereError('code.goes-too', { name: target.name });
      for (const id of branch) giveCodings(db, id, target, now);
      to = target.name;
    }
    removeCodes(db, codeIds);
    for (const parentId of new Set(rows.map((row) => row.parent_id))) closeGaps(db, parentId);
    describe({
      code: rows[0]?.name,
      count: impact?.codes ?? rows.length,
      codings: impact?.codings ?? 0,
      to,
    });
    return {};
  },
};
