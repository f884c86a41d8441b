import type { SpeakerRole } from '../../../src/contract/common.ts';
import type { MessageKey } from '../../i18n/areas.ts';

const ROLE_NAMES = {
  participant: 'documents.roleParticipant',
  interviewer: 'documents.roleInterviewer',
  ignored: 'documents.roleIgnored',
} as const satisfies Record<SpeakerRole, MessageKey>;

export const ROLES: readonly SpeakerRole[] = ['participant', 'interviewer', 'ignored'];

export function roleName(role: SpeakerRole): MessageKey {
  return ROLE_NAMES[role];
}
