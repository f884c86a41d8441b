import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Mark } from '../../ui/mark.tsx';
import { goToCoding, type ViewRef } from '../coder/actions.ts';
import { useCoder } from '../coder/state.ts';
import type { CodingData } from '../coder/use-coding-data.ts';
import type { Related } from './relations.ts';

interface RelatedListProps {
  readonly related: readonly Related[];
  readonly data: CodingData;
  readonly view: ViewRef;
}

/** Other codings of the place, each with how it stands to the passage in hand. A press goes to it. */
export function RelatedList({ related, data, view }: RelatedListProps): ReactNode {
  const { t } = useI18n();
  return related.map(({ coding, relation }) => {
    const code = data.codeOf.get(coding.codeId);
    if (code === undefined) return null;
    const said = t(`codings.${relation}`);
    return (
      <button
        key={coding.id}
        type="button"
        className="card-code"
        onClick={() => goToCoding(coding, view)}
        onPointerEnter={() => useCoder.setState({ litId: coding.id })}
        onPointerLeave={() => useCoder.setState({ litId: null })}
      >
        <Mark colour={code.colour} shape={code.shape} />
        <span className="card-code-name">{code.name}</span>
        <span className="card-relation">{said}</span>
      </button>
    );
  });
}
