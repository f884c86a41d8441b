import { create } from 'zustand';
import { ofProject } from '../../../app/per-project.ts';
import { persist } from 'zustand/middleware';
import type { UnitKind } from '../../../../src/text/units.ts';

export interface UnitsState {
  /** Whether one goes through the text unit by unit. */
  readonly isOn: boolean;
  readonly kind: UnitKind;
  /** What interviewers say is left out. */
  readonly participantsOnly: boolean;
  /** After a code the next unit without one is taken in hand. */
  readonly advances: boolean;
  readonly isListOpen: boolean;
}

/** How the transcript is gone through in units; the choices are remembered on this machine, being on is not. */
export const useUnits = ofProject(
  create<UnitsState>()(
    persist(
      (): UnitsState => ({
        isOn: false,
        kind: 'sentence',
        participantsOnly: true,
        advances: false,
        isListOpen: false,
      }),
      {
        name: 'repere.units',
        partialize: ({ kind, participantsOnly, advances }) => ({ kind, participantsOnly, advances }),
      },
    ),
  ),
);
