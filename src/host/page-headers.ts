/** What a window may do, told to it as headers, in the browser and on the desktop alike. */

export interface PolicyOptions {
  /** Where the page may connect to besides its own origin. */
  readonly connect: readonly string[];
  /** The value that lets the style elements of the component library through; fresh for every page. */
  readonly nonce: string;
}

/**
 * The content security policy: nothing but what came with the program. Scripts only from files; styles from files,
 * from style objects, and from elements that carry the nonce.
 */
export function contentSecurityPolicy({ connect, nonce }: PolicyOptions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Features of the browser that the program has no use for. */
const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** Headers of every answer that carries a file of the window. */
export function pageHeaders(policy: PolicyOptions): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(policy),
    'Permissions-Policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
    ...plainHeaders(),
  };
}

/** Headers of every answer whatever. */
export function plainHeaders(): Readonly<Record<string, string>> {
  return {
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}
