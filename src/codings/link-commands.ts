import type { CommandHandlers } from '../contract/handlers.ts';
import { RepereError } from '../errors/codes.ts';
import { found } from '../errors/lookup.ts';
import { addLink, linkReads, removeLink } from './link-store.ts';
import { codingById, placeOf } from './lookups.ts';

export const linkCommands: CommandHandlers<'codings.link' | 'codings.unlink'> = {
  'codings.link': (context, { fromId, toId, kind }) => {
    const { db, now, describe } = context;
    if (fromId === toId) throw new RepereError('codings.link-self', {});
    const from = codingById(db, fromId);
    codingById(db, toId);
    describe({ kind, ...placeOf(context, from) });
    return { linkId: linkReads(db).same.get(fromId, toId, kind) ?? addLink(db, fromId, toId, kind, now) };
  },

  'codings.unlink': (context, { linkId }) => {
    const { db, describe } = context;
    const link = found(linkReads(db).byId.get(linkId), 'link', linkId);
    describe({ kind: link.kind, ...placeOf(context, codingById(db, link.from_coding_id)) });
    removeLink(db, linkId);
    return {};
  },
};
