import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Shape } from '../../src/contract/common.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { codeColour, Mark } from './mark.tsx';
import './chip.css';

export interface ChipProps {
  readonly colour: number;
  readonly shape: Shape;
  readonly name: string;
  readonly onPress?: () => void;
  readonly onRemove?: () => void;
}

/** A code on its tint, 24 pixels high. Its × shows on hover and focus. */
export function Chip({ colour, shape, name, onPress, onRemove }: ChipProps): ReactNode {
  const { t } = useI18n();
  const face = (
    <>
      <Mark colour={colour} shape={shape} size={10} />
      <span className="chip-name">{name}</span>
    </>
  );
  return (
    <span className="chip" style={codeColour(colour)} title={name}>
      {onPress === undefined ? (
        face
      ) : (
        <AriaButton className="chip-face" onPress={onPress}>
          {face}
        </AriaButton>
      )}
      {onRemove !== undefined && (
        <AriaButton className="chip-remove" aria-label={t('common.removeNamed', { name })} onPress={onRemove}>
          <X size={14} aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}
