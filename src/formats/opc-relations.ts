import { posix } from 'node:path';
import { parseXml, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** What a part of an Office package refers to. */
export interface OpcRelation {
  readonly id: string;
  /** The last part of the type, which is the same in strict and in transitional files. */
  readonly type: string;
  /** The name of the part inside the package. */
  readonly target: string;
}

/** The relations of a part (`''`: of the package) to parts inside the package, in their order. */
export async function readRelations(
  archive: Archive,
  part: string,
  signal?: AbortSignal,
): Promise<readonly OpcRelation[]> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: OpcRelation[] = [];
  if (!archive.names.has(file)) return relations;
  await parseXml(archive.read(file, signal), {
    open(element) {
      const relation = relationOf(element, folder);
      if (relation !== null) relations.push(relation);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

function relationOf(element: XmlElement, folder: string): OpcRelation | null {
  const target = element.attribute('Target');
  const type = element.attribute('Type')?.split('/').at(-1);
  if (target === null || type === undefined || element.attribute('TargetMode') === 'External') return null;
  const id = element.attribute('Id') ?? '';
  return { id, type, target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) };
}
