import { Check, CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { Button } from './button.tsx';
import { dismissToast, useToasts, type Toast, type ToastKind } from './toasts.ts';
import './toast.css';

const SHOWN_MS = 6_000;
const ERROR_SHOWN_MS = 12_000;

const ICONS = { info: Info, ok: Check, warn: TriangleAlert, error: CircleAlert } as const satisfies Record<
  ToastKind,
  unknown
>;

/** Draws the toasts; stands once in the frame. */
export function ToastRegion(): ReactNode {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="toast-region" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }): ReactNode {
  const { t } = useI18n();
  const [held, setHeld] = useState(false);
  const { id, kind } = toast;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismissToast(id), kind === 'error' ? ERROR_SHOWN_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, id, kind]);
  const Icon = ICONS[kind];
  return (
    <div
      className="toast"
      data-kind={kind}
      role={kind === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden />
      <p>{toast.text}</p>
      {toast.action !== undefined && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            toast.action?.onAction();
            dismissToast(id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button
        variant="quiet"
        size="small"
        icon={X}
        iconOnly
        aria-label={t('common.close')}
        onPress={() => dismissToast(id)}
      />
    </div>
  );
}
