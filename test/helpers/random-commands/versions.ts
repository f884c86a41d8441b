import { name, version, withId } from './choices.ts';
import type { GeneratorsOf } from './situation.ts';

export const versionGenerators: GeneratorsOf<'versions'> = {
  'versions.create': async (s) => ({ name: name(s) }),
  'versions.rename': (s) => withId(version(s), (versionId) => ({ versionId, name: name(s) })),
  'versions.remove': (s) => withId(version(s), (versionId) => ({ versionId })),
};
