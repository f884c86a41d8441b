const KEY = 'repere.token';

/**
 * The token of the loopback server: it comes with the page that a one-time address answers, never in an address, and is
 * kept for this tab. The one-time address leaves the address bar at once.
 */
export function takeToken(): string {
  const given = document.querySelector<HTMLMetaElement>('meta[name="repere-token"]')?.content ?? '';
  if (given === '') return sessionStorage.getItem(KEY) ?? '';
  sessionStorage.setItem(KEY, given);
  document.querySelector('meta[name="repere-token"]')?.remove();
  history.replaceState(null, '', '/');
  return given;
}
