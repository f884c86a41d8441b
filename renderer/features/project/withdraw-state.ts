import { create } from 'zustand';
import { ofProject } from '../../app/per-project.ts';

interface Person {
  readonly id: number;
  readonly name: string;
}

/** Whose consent is being withdrawn: it outlives their row, so that the report can be read. */
export const useWithdrawal = ofProject(create<{ readonly person: Person | null }>(() => ({ person: null })));

export function askToWithdraw(person: Person): void {
  useWithdrawal.setState({ person });
}

export function closeWithdrawal(): void {
  useWithdrawal.setState({ person: null });
}
