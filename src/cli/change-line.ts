import { fill } from '../errors/describe.ts';
import type { Locale } from '../settings/contract.ts';
import type { CodebookChange } from '../versions/contract.ts';
import { word } from './words.ts';

/** One line on one change of the codebook: `+` came, `-` went, `~` is different; words as `[-gone-]` and `{+come+}`. */
export function changeLine(change: CodebookChange, locale: Locale): string {
  const say = (key: Parameters<typeof word>[0], values: Record<string, unknown> = {}): string =>
    fill(word(key, locale), values);
  const top = (path: string | null): string => path ?? say('topOfTree');
  switch (change.kind) {
    case 'added':
      return `+ ${change.path}${change.from === null ? '' : say('changeSplit', { from: change.from })}`;
    case 'removed':
      return `- ${change.path}`;
    case 'merged':
      return `- ${change.path}${say('changeMerged', { into: change.into })}`;
    case 'renamed':
      return `~ ${change.path}${say('changeRenamed', { from: change.from })}`;
    case 'moved':
      return `~ ${change.path}${say('changeMoved', { from: top(change.from), to: top(change.to) })}`;
    case 'reordered':
      return `~ ${top(change.path)}${say('changeOrder')}`;
    case 'look':
      return `~ ${change.path}${say('changeLook')}`;
    case 'folder':
      return `~ ${change.path}${say(change.isFolder ? 'changeFolder' : 'changeNoFolder')}`;
    case 'definition':
      return `~ ${change.path}, ${say(change.field)} ${marked(change.pieces)}`;
    case 'mapped':
    case 'unmapped': {
      const place = change.group === null ? change.label : `${change.label} › ${change.group}`;
      return `${change.kind === 'mapped' ? '+' : '-'} ${change.path} → ${place}`;
    }
    case 'hypothesis': {
      const sign = { added: '+', removed: '-', changed: '~' }[change.change];
      return `${sign} ${change.label}${change.pieces.length === 0 ? '' : ` ${marked(change.pieces)}`}`;
    }
    case 'group': {
      const sign = change.from === null ? '+' : change.to === null ? '-' : '~';
      const renamed = sign === '~' ? say('changeRenamed', { from: change.from }) : '';
      return `${sign} ${change.label} › ${change.to ?? change.from ?? ''}${renamed}`;
    }
  }
}

function marked(pieces: Extract<CodebookChange, { kind: 'definition' }>['pieces']): string {
  return pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
