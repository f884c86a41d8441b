/** Things that happened, by the day they happened where this machine is; in the order they come. */
export interface Day<T> {
  /** `2021-03-03`. */
  readonly day: string;
  readonly items: readonly T[];
}

export function byDay<T extends { readonly at: string }>(items: readonly T[]): readonly Day<T>[] {
  const days: { readonly day: string; readonly items: T[] }[] = [];
  for (const item of items) {
    const day = dayOf(new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/** A day as a date field writes it. */
export function dayOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When a day begins, as the core takes moments; `null` for what is no day. */
export function startOf(day: string): string | null {
  const date = new Date(`${day}T00:00`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The day so many days before a moment. */
export function daysBefore(days: number, now: Date = new Date()): string {
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}
