const KEY = 'repere.token';

/**
 * The token of the loopback server: read from the address the first time, kept for this tab, and taken out of the address
 * bar at once, so that it is neither seen, bookmarked nor shared.
 */
export function takeToken(): string {
  const address = new URL(location.href);
  const given = address.searchParams.get('token');
  if (given === null) return sessionStorage.getItem(KEY) ?? '';
  sessionStorage.setItem(KEY, given);
  address.searchParams.delete('token');
  history.replaceState(null, '', address);
  return given;
}
