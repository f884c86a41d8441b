/** The label after the last of those in use: H3 after H1 and H2. */
export function nextLabel(labels: readonly string[]): string {
  const numbers = labels.flatMap((label) => {
    const digits = /^H(\d+)/iu.exec(label.trim())?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return `H${Math.max(0, ...numbers) + 1}`;
}
