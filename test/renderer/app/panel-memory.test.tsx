import { beforeEach, describe, expect, it } from 'vitest';
import { rememberThing } from '../../../renderer/app/omnibox-recents.ts';
import { keptDocuments } from '../../../renderer/features/coder/open-panels.ts';
import { keepPanel, keptPanel, setPanelProject, usePanelMemory } from '../../../renderer/ui/panel-memory.ts';

const kept = (name: string, isOwn = false) => keptPanel(usePanelMemory.getState(), name, isOwn);

beforeEach(() => usePanelMemory.setState({ project: null, kept: {}, last: {} }));

describe('how panels stand', () => {
  it('is each project’s own; a new one begins with what was chosen last', () => {
    setPanelProject('a');
    keepPanel('sidebar', 300);
    keepPanel('sidebar.open', false);
    setPanelProject('b');
    expect([kept('sidebar'), kept('sidebar.open')]).toEqual([300, false]);
    keepPanel('sidebar', 250);
    setPanelProject('a');
    expect(kept('sidebar')).toBe(300);
    expect(JSON.parse(localStorage.getItem('repere.panels') ?? '{}')).toMatchObject({
      state: { kept: { a: { sidebar: 300 }, b: { sidebar: 250 } } },
    });
  });

  it('is forgotten for the projects used longest ago', () => {
    for (let project = 0; project < 60; project += 1) {
      setPanelProject(`p${project}`);
      keepPanel('sidebar', project);
    }
    const projects = Object.keys(usePanelMemory.getState().kept);
    expect(projects).toHaveLength(40);
    expect([projects[0], projects.at(-1)]).toEqual(['p20', 'p59']);
  });

  it('holds the documents that were open, and never another project’s', () => {
    setPanelProject('a');
    expect(keptDocuments()).toEqual({ documentId: null, besideId: null });
    keepPanel('documents', '3 0');
    expect(keptDocuments()).toEqual({ documentId: 3, besideId: null });
    keepPanel('documents', '3 5');
    expect(keptDocuments()).toEqual({ documentId: 3, besideId: 5 });
    setPanelProject('b');
    expect(keptDocuments()).toEqual({ documentId: null, besideId: null });
  });

  it('holds what was gone to, the last first, each once, a few', () => {
    setPanelProject('a');
    for (const id of [1, 2, 3, 1, 4, 5, 6, 7]) rememberThing(`code:${id}`);
    expect(kept('omnibox.recent', true)).toBe('code:7 code:6 code:5 code:4 code:1 code:3');
  });
});
