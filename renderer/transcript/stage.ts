/** The elements the transcript is drawn in. */
export interface Stage {
  readonly root: HTMLElement;
  /** Scrolls, and has the keyboard: the reader as one region with its own caret. */
  readonly scroller: HTMLElement;
  /** As high as the document; layers stand in it at its own coordinates. */
  readonly content: HTMLElement;
  readonly text: HTMLElement;
}

/** `prefix` stands before the ids of its elements. */
export function buildStage(root: HTMLElement, prefix: string): Stage {
  root.classList.add('tr');
  const scroller = element('tr-scroll');
  scroller.id = `${prefix}-scroll`;
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'document');
  const content = element('tr-content');
  const text = element('tr-text');
  text.dataset['ids'] = prefix;
  content.append(text);
  scroller.append(content);
  root.replaceChildren(scroller);
  return { root, scroller, content, text };
}

function element(className: string): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  return made;
}
