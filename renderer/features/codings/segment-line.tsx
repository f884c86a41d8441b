import type { ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import type { CodingEnd } from '../../../src/codings/contract.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Mark } from '../../ui/mark.tsx';
import { oneLine } from './segment-links.ts';

interface SegmentLineProps {
  readonly segment: CodingEnd;
  readonly codeOf: ReadonlyMap<number, Code>;
}

/** A segment as one may choose it: its code, where it stands, and how it begins. */
export function SegmentLine({ segment, codeOf }: SegmentLineProps): ReactNode {
  const { t } = useI18n();
  const code = codeOf.get(segment.codeId);
  const where = t('links.where', { document: segment.documentName, paragraph: segment.paragraph });
  return (
    <span className="segment-line">
      <span className="segment-code">
        {code !== undefined && <Mark colour={code.colour} shape={code.shape} />}
        <span className="segment-name">{code?.name}</span>
        <span className="segment-where">{where}</span>
      </span>
      <span className="segment-words" lang="">
        {oneLine(segment.excerpt)}
      </span>
    </span>
  );
}
