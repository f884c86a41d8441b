import { Hash } from 'lucide-react';
import type { ReactNode } from 'react';
import { QUICK_DIGITS } from '../../../src/settings/quick-codes.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { MenuItem, Submenu } from '../../ui/menu.tsx';
import { bindQuickCode, useQuickCodes } from '../coder/quick-codes.ts';
import type { Codebook } from '../coder/use-coding-data.ts';

interface QuickMenuProps {
  readonly codeId: number;
  readonly codeOf: Codebook['codeOf'];
}

/** « Touche rapide »: which digit applies the code; a digit that is taken tells by which code. */
export function QuickMenu({ codeId, codeOf }: QuickMenuProps): ReactNode {
  const { t } = useI18n();
  const quick = useQuickCodes();
  return (
    <Submenu label={t('codebook.quickKey')} icon={Hash}>
      {QUICK_DIGITS.map((digit) => {
        const taken = quick.get(digit);
        const name = taken === undefined || taken === codeId ? undefined : codeOf.get(taken)?.name;
        return (
          <MenuItem
            key={digit}
            label={String(digit)}
            checked={taken === codeId}
            {...(name === undefined ? {} : { hint: name })}
            onAction={() => void bindQuickCode(quick, digit, codeId)}
          />
        );
      })}
    </Submenu>
  );
}
