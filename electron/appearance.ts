import type { NativeTheme } from 'electron';
import type { Core } from '../src/host/core.ts';

type Theme = NativeTheme['themeSource'];

/** The theme that this person set; the system's when that is not known. */
export async function themeOf(core: Core): Promise<Theme> {
  const answer = await core.call('settings.app', {}, { locale: 'fr' });
  const value = answer.ok ? answer.value : null;
  const theme = typeof value === 'object' && value !== null && 'theme' in value ? value.theme : null;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
