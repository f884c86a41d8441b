import { create } from 'zustand';

interface Person {
  readonly id: number;
  readonly name: string;
}

/** Whose consent is being withdrawn: it outlives their row, so that the report can be read. */
export const useWithdrawal = create<{ readonly person: Person | null }>(() => ({ person: null }));

export function askToWithdraw(person: Person): void {
  useWithdrawal.setState({ person });
}

export function closeWithdrawal(): void {
  useWithdrawal.setState({ person: null });
}
