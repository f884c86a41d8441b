import { FileDown } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { droppedFiles } from './folder-files.ts';
import { receiveFiles } from './receive-files.ts';
import { useSession } from './session.ts';
import { useWindows } from './windows.ts';
import './drop-target.css';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Files and folders dropped anywhere in the window open the import window (or a project, on the home screen). */
export function DropTarget(): ReactNode {
  const [over, setOver] = useState(false);
  const inProject = useSession((state) => state.project !== null);
  const isImporting = useWindows(({ open }) => open?.kind === 'import' || open?.kind === 'tables');
  const { t } = useI18n();
  useEffect(() => {
    let depth = 0;
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer !== null) void droppedFiles(event.dataTransfer).then(receiveFiles);
    };
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop } as const;
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener);
      }
    };
  }, []);
  if (!over || isImporting) return null;
  return (
    <div className="drop-target" aria-hidden>
      <p>
        <FileDown size={20} />
        {t(inProject ? 'app.dropHere' : 'app.dropHereHome')}
      </p>
    </div>
  );
}
