import { ChartNoAxesColumn, Table } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import './chart-figure.css';

export interface ChartFigureProps {
  readonly title: string;
  /** What the picture tells, in a sentence. */
  readonly summary: ReactNode;
  /** Absent where there is nothing to draw. */
  readonly chart?: ReactNode;
  /** The same figures as a `<table>`. */
  readonly table?: ReactNode;
}

/** A chart with its title and its sentence; a button shows the same figures as a table. */
export function ChartFigure({ title, summary, chart, table }: ChartFigureProps): ReactNode {
  const { t } = useI18n();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="chart-figure" aria-label={title}>
      <header className="chart-figure-head">
        <h2>{title}</h2>
        {table !== undefined && (
          <IconButton
            size="small"
            icon={asTable ? ChartNoAxesColumn : Table}
            label={asTable ? t('frequencies.asChart') : t('frequencies.asTable')}
            onPress={() => setAsTable(!asTable)}
          />
        )}
      </header>
      <p className="chart-figure-summary">{summary}</p>
      {asTable ? table : chart}
    </section>
  );
}
