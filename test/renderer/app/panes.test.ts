import { afterEach, describe, expect, it } from 'vitest';
import { useNavigation } from '../../../renderer/app/navigation.ts';
import {
  activated,
  closed,
  documentIn,
  ONE_PANE,
  openedBeside,
  shownPanes,
} from '../../../renderer/app/panes.ts';
import { coderOf, resetCoder, useCoder } from '../../../renderer/features/coder/state.ts';

const one = { ...ONE_PANE, documentId: 1 };
const two = openedBeside(one, 2);

describe('two readers', () => {
  it('stand side by side: the new one right, and in hand', () => {
    expect(shownPanes(one)).toEqual(['a']);
    expect(shownPanes(two).map((pane) => documentIn(two, pane))).toEqual([1, 2]);
    expect(two).toMatchObject({ pane: 'b', documentId: 2, besideId: 1 });
  });

  it('a third document takes the place of the one that is not in hand', () => {
    const three = openedBeside(two, 3);
    expect(shownPanes(three).map((pane) => documentIn(three, pane))).toEqual([3, 2]);
    expect(three.documentId).toBe(3);
  });

  it('taking the other one in hand moves nothing; closing one leaves the other, wherever it stands', () => {
    const taken = activated(two, 'a');
    expect(shownPanes(taken).map((pane) => documentIn(taken, pane))).toEqual([1, 2]);
    expect(closed(two, 'a')).toMatchObject({ pane: 'b', documentId: 2, besideId: null });
    expect(closed(two, 'b')).toMatchObject({ pane: 'a', documentId: 1, besideId: null });
    expect(closed(one, 'a')).toBe(one);
    // What is left may be either; the next one comes to its right all the same.
    const again = openedBeside(closed(two, 'a'), 5);
    expect(shownPanes(again).map((pane) => documentIn(again, pane))).toEqual([2, 5]);
  });
});

describe('what is in hand', () => {
  afterEach(() => {
    useNavigation.getState().reset();
    resetCoder();
  });

  it('is each reader’s own, and of the active one for whoever does not say which', () => {
    const { openDocument, openBeside, activate } = useNavigation.getState();
    openDocument(1);
    useCoder.setState({ codingId: 7 });
    openBeside(2);
    expect(useCoder.getState().codingId).toBeNull();
    coderOf('a').setState({ codingId: 8 });
    useCoder.setState({ codingId: 9, filter: 'x' });
    activate('a');
    expect(useCoder.getState()).toMatchObject({ codingId: 8, filter: 'x' });
    expect(coderOf('b').getState()).toMatchObject({ codingId: 9, filter: 'x' });
  });

  it('tells of a change when another reader becomes the active one, and of nothing that is not its own', () => {
    const { openDocument, openBeside, activate } = useNavigation.getState();
    openDocument(1);
    openBeside(2);
    coderOf('a').setState({ codingId: 8 });
    const heard: (number | null)[] = [];
    const stop = useCoder.subscribe(({ codingId }) => heard.push(codingId));
    coderOf('a').setState({ codingId: 5 });
    activate('a');
    stop();
    activate('b');
    expect(heard).toEqual([5]);
  });
});
