const running = new Map<string, number>();

/** Counts a call of this window in; the answer counts it out. */
export function beginCall(name: string): () => void {
  running.set(name, (running.get(name) ?? 0) + 1);
  return () => void running.set(name, (running.get(name) ?? 1) - 1);
}

/** Whether this window itself asked to open, make or close a project: then it need not be told of it. */
export function isChangingProject(): boolean {
  return [...running].some(([name, count]) => name.startsWith('project.') && count > 0);
}
