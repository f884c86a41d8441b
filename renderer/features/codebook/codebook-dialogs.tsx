import type { ReactNode } from 'react';
import type { Codebook } from '../coder/use-coding-data.ts';
import { useCodebookDialog } from './dialog-state.ts';
import { RecodeCodeDialog } from './recode-code-dialog.tsx';
import { ExampleDialog } from './example-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

/** The dialog about codes that is open, if any. */
export function CodebookDialogs({ data }: { readonly data: Codebook }): ReactNode {
  const open = useCodebookDialog((state) => state.open);
  switch (open?.kind) {
    case undefined:
      return null;
    case 'versions':
      return <VersionsDialog />;
    case 'merge':
      return <MergeDialog codeIds={open.codeIds} data={data} />;
    case 'recode':
      return <RecodeCodeDialog codeId={open.codeId} data={data} />;
    case 'remove':
      return <RemoveDialog codeIds={open.codeIds} data={data} />;
    case 'example':
      return <ExampleDialog codeId={open.codeId} data={data} />;
    case 'split':
      return <SplitDialog codeId={open.codeId} data={data} />;
  }
}
