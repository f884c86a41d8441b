import type { ProjectSession } from './session.ts';

/** What hangs on an open project, made when it is first asked for, gone with the project: `const of = perSession(make)`. */
export function perSession<T extends object>(
  make: (session: ProjectSession) => T,
): (session: ProjectSession) => T {
  const made = new WeakMap<ProjectSession, T>();
  return (session) => {
    const known = made.get(session);
    if (known !== undefined) return known;
    const fresh = make(session);
    made.set(session, fresh);
    return fresh;
  };
}
