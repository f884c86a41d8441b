const COPIED = [
  'boxSizing',
  'width',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'font',
  'letterSpacing',
  'lineHeight',
  'tabSize',
] as const;

/**
 * Where a character of a text area stands, in pixels from its upper left corner. A text area does not tell: the same
 * text is laid out once in an element of the same shape.
 */
export function caretPoint(
  field: HTMLTextAreaElement,
  index: number,
): { readonly x: number; readonly y: number } {
  const mirror = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of COPIED) mirror.style[name] = style[name];
  mirror.style.cssText +=
    'position:absolute;visibility:hidden;white-space:pre-wrap;overflow-wrap:break-word;';
  mirror.textContent = field.value.slice(0, index);
  const mark = document.createElement('span');
  mark.textContent = '\u200b';
  mirror.append(mark);
  document.body.append(mirror);
  const point = { x: mark.offsetLeft, y: mark.offsetTop - field.scrollTop };
  mirror.remove();
  return point;
}
