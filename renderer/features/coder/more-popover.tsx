import { useMemo, type ReactNode } from 'react';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Mark } from '../../ui/mark.tsx';
import { AnchoredPopover } from '../../ui/popover.tsx';
import { goToCoding, type ViewRef } from './actions.ts';
import { useCoder } from './state.ts';
import type { CodingData } from './use-coding-data.ts';
import './inspector.css';

export interface MoreState {
  readonly ids: readonly number[];
  readonly anchor: HTMLElement;
}

interface MorePopoverProps {
  readonly state: MoreState | null;
  readonly data: CodingData;
  readonly view: ViewRef;
  readonly onClose: () => void;
}

/** The codings that one label of a crowded margin stands for. */
export function MorePopover({ state, data, view, onClose }: MorePopoverProps): ReactNode {
  const { t } = useI18n();
  const anchor = useMemo(() => ({ current: state?.anchor ?? null }), [state]);
  return (
    <AnchoredPopover isOpen={state !== null} onClose={onClose} anchor={anchor} label={t('coder.codingsHere')}>
      <div className="card-part">
        {(state?.ids ?? []).map((id) => {
          const coding = data.codingOf.get(id);
          const code = coding === undefined ? undefined : data.codeOf.get(coding.codeId);
          if (coding === undefined || code === undefined) return null;
          return (
            <button
              key={id}
              type="button"
              className="card-code"
              onPointerEnter={() => useCoder.setState({ litId: id })}
              onPointerLeave={() => useCoder.setState({ litId: null })}
              onClick={() => {
                useCoder.setState({ litId: null });
                onClose();
                goToCoding(coding, view);
              }}
            >
              <Mark colour={code.colour} shape={code.shape} />
              <span className="card-code-name">{code.name}</span>
            </button>
          );
        })}
      </div>
    </AnchoredPopover>
  );
}
