import { useMemo, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import type { Code } from '../../../src/codebook/contract.ts';
import type { Shape } from '../../../src/contract/common.ts';
import { runCommand } from '../../app/use-command.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { Mark } from '../../ui/mark.tsx';
import { AnchoredPopover } from '../../ui/popover.tsx';
import type { Codebook } from '../coder/use-coding-data.ts';
import type { CodeRow } from './tree-rows.ts';

const COLOURS = 24;
const SHAPES: readonly Shape[] = ['round', 'square', 'diamond'];

/** The shape a colour is drawn with first: eight colours for each. */
export function firstShape(colour: number): Shape {
  return SHAPES[Math.floor((colour - 1) / 8)] ?? 'round';
}

interface LookPopoverProps {
  readonly row: CodeRow | null;
  /** Codes chosen together with it, which take the same look. */
  readonly chosen: readonly Code[];
  readonly data: Codebook;
  readonly onClose: () => void;
}

/** The 24 swatches with their shapes, and the three shapes, for the code of a row. Every choice is seen at once. */
export function LookPopover({ row, chosen, data, onClose }: LookPopoverProps): ReactNode {
  const { t } = useI18n();
  const key = row?.key ?? null;
  const anchor = useMemo(() => ({ current: rowElement(key) }), [key]);
  const code = row === null ? undefined : data.codeOf.get(row.code.id);
  const [branch, setBranch] = useState(false);
  const hasBranch = data.codes.some((each) => each.parentId === code?.id);
  const change = (look: { colour?: number; shape?: Shape }): void => {
    if (code === undefined) return;
    const together = chosen.some((each) => each.id === code.id) ? chosen : [code];
    if (together.length === 1 && !branch) {
      void runCommand('codes.update', { codeId: code.id, ...look });
      return;
    }
    void runCommand('codes.recolour', {
      codeIds: together.map((each) => each.id),
      colour: look.colour ?? code.colour,
      ...(look.shape === undefined ? {} : { shape: look.shape }),
      wholeBranch: branch,
    });
  };
  return (
    <AnchoredPopover
      isOpen={row !== null}
      onClose={onClose}
      anchor={anchor}
      label={t('codebook.look')}
      placement="bottom start"
    >
      {code !== undefined && (
        <div className="look-panel">
          <div
            className="look-grid"
            role="radiogroup"
            aria-label={t('codebook.colour')}
            onKeyDown={roving(8)}
          >
            {Array.from({ length: COLOURS }, (_none, index) => index + 1).map((colour) => (
              <button
                key={colour}
                type="button"
                className="look-swatch"
                role="radio"
                aria-checked={code.colour === colour}
                aria-label={t(`codebook.colour${colour}` as MessageKey)}
                title={t(`codebook.colour${colour}` as MessageKey)}
                tabIndex={code.colour === colour ? 0 : -1}
                style={{ '--code': `var(--c${colour})` } as CSSProperties}
                onClick={() => change({ colour, shape: firstShape(colour) })}
              >
                <Mark colour={colour} shape={firstShape(colour)} size={14} />
              </button>
            ))}
          </div>
          <div
            className="look-shapes"
            role="radiogroup"
            aria-label={t('codebook.shape')}
            onKeyDown={roving(1)}
          >
            {SHAPES.map((shape) => (
              <button
                key={shape}
                type="button"
                className="look-shape"
                role="radio"
                aria-checked={code.shape === shape}
                tabIndex={code.shape === shape ? 0 : -1}
                onClick={() => change({ shape })}
              >
                <Mark colour={code.colour} shape={shape} />
                {t(`codebook.${shape}`)}
              </button>
            ))}
          </div>
          {(hasBranch || branch) && (
            <div className="look-branch">
              <Checkbox isSelected={branch} onChange={setBranch}>
                {t('codebook.recolourBranch')}
              </Checkbox>
            </div>
          )}
        </div>
      )}
    </AnchoredPopover>
  );
}

function rowElement(key: string | null): HTMLElement | null {
  return key === null ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

/** Arrows go through the choices of a group, by rows where it has columns. */
function roving(columns: number): (event: KeyboardEvent) => void {
  return (event) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = buttons[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
}
