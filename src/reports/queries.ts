import { extname } from 'node:path';
import type { Filter, RenderedFile } from '../contract/common.ts';
import type { InFeature, QueryContext, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import { frequencies } from '../analysis/frequency.ts';
import type { SegmentSelection } from '../analysis/contract.ts';
import { findSegments, resolved, variableValues } from '../analysis/queries.ts';
import { quotations } from '../analysis/quotations.ts';
import { codeReads } from '../codebook/store.ts';
import { codeTree } from '../codebook/tree.ts';
import { documentReads } from '../documents/store.ts';
import { openSession } from '../host/state.ts';
import { listHypotheses } from '../hypotheses/queries.ts';
import { namesIn } from '../memos/summary.ts';
import { participantReads } from '../participants/store.ts';
import { projectReads } from '../project/store.ts';
import { readableBody } from '../text/memo-links.ts';
import type { ReportCodebook } from './codebook.ts';
import type { Report, reportsContract } from './contract.ts';
import { chartFile, frequenciesFile, segmentsFile } from './files.ts';
import type { FrequencySource } from './frequencies-csv.ts';
import type { Segment, SegmentSource } from './segments-csv.ts';
import { writeOutput } from './write-output.ts';

type Reports = typeof reportsContract;

/** A report as a file in memory. */
async function render(context: QueryContext, report: Report): Promise<RenderedFile> {
  const { locale } = context;
  switch (report.what) {
    case 'frequencies':
      return frequenciesFile(frequencySource(context, report.filter), report.by, { ...report, locale });
    case 'segments':
      return segmentsFile(segments(context, report.selection ?? {}), segmentSource(context), {
        ...report,
        locale,
      });
    case 'chart': {
      const contacted = projectReads(context.db).get.get()?.contacted ?? null;
      return chartFile({ ...frequencySource(context, report.filter), contacted }, { ...report, locale });
    }
  }
}

function codebookOf({ db }: QueryContext): ReportCodebook {
  return { codes: codeTree(codeReads(db).all.all()), hypotheses: listHypotheses(db) };
}

function frequencySource(context: QueryContext, filter: Filter | undefined): FrequencySource {
  const { db, session } = context;
  const table = frequencies(session.analysis.data(db), {
    by: 'hypothesis',
    filter: resolved(db, session, filter),
  });
  return { ...codebookOf(context), table };
}

function segments({ db, session }: QueryContext, selection: SegmentSelection): readonly Segment[] {
  const { codingIds } = findSegments(db, session, selection);
  const from = selection.offset ?? 0;
  const until = selection.limit === undefined ? undefined : from + selection.limit;
  // A file is read without the program: the links of its memos are names.
  return quotations(db, session, codingIds.slice(from, until)).map((segment) =>
    segment.memo === null
      ? segment
      : { ...segment, memo: readableBody(segment.memo, namesIn(db, session, segment.memo)) },
  );
}

function segmentSource(context: QueryContext): SegmentSource {
  const { db } = context;
  return { ...codebookOf(context), participants: participantReads(db).list.all(), ...variableValues(db) };
}

export const reportQueries: QueryHandlers<InFeature<Reports, 'query'>> = {
  'reports.render': (context, report) => render(context, report),
};

export const reportTasks: TaskHandlers<InFeature<Reports, 'task'>> = {
  'reports.save': async ({ core, locale }, { report, path, overwrite }) => {
    const session = openSession(core);
    const file = await render({ db: session.reader, session, locale }, report);
    const bytes = Buffer.from(file.content, file.encoding);
    const written = await writeOutput(path, bytes, {
      endings: [extname(file.fileName), '.txt'],
      overwrite,
      inUse: [session.path],
      isOriginal: (sha256) => documentReads(session.reader).byDigest.get(sha256) !== undefined,
    });
    return { path: written, byteLength: bytes.byteLength };
  },
};
