import { useMemo, type ReactNode } from 'react';
import type { DocumentContent } from '../../../src/documents/contract.ts';
import { useCall } from '../../app/use-call.ts';
import { runCommand } from '../../app/use-command.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { Select } from '../../ui/select.tsx';
import { useCoder } from '../coder/state.ts';
import type { CodingData } from '../coder/use-coding-data.ts';
import { DocumentTopics } from '../guide/document-topics.tsx';
import { Mentions } from '../memos/mentions.tsx';
import { MemoField } from '../memos/memo-field.tsx';
import { PassageMemos } from '../memos/passage-memos.tsx';
import { SpeakersPart } from '../speakers/speakers-part.tsx';
import { useDocumentFacts } from './use-document-facts.ts';

const NOBODY = 'none';

/** What is known of the document while nothing in it is in hand. */
export function DocumentCard({
  data,
  content,
}: {
  readonly data: CodingData;
  readonly content: DocumentContent;
}): ReactNode {
  return (
    <>
      <header className="card-head">
        <h2 className="card-title">{content.name}</h2>
      </header>
      <div className="card-body">
        <Attributes data={data} content={content} />
        <Figures data={data} content={content} />
        <SpeakersPart content={content} readOnly={data.readOnly} />
        <DocumentTopics content={content} readOnly={data.readOnly} />
        <section className="card-part">
          <DocumentMemo documentId={content.id} name={content.name} readOnly={data.readOnly} />
        </section>
        <PassageMemos documentId={content.id} text={content.text} readOnly={data.readOnly} />
        <Mentions kind="document" id={content.id} />
      </div>
    </>
  );
}

function Attributes({
  data,
  content,
}: {
  readonly data: CodingData;
  readonly content: DocumentContent;
}): ReactNode {
  const { t } = useI18n();
  const facts = useDocumentFacts(content.id);
  const participants = useCall('participants.list', {}).data ?? [];
  const value = content.participantId === null ? NOBODY : String(content.participantId);
  return (
    <section className="card-part">
      <Select
        label={t('documents.participant')}
        value={value}
        isDisabled={data.readOnly}
        options={[
          { id: NOBODY, label: t('documents.noParticipant') },
          ...participants.map((participant) => ({ id: String(participant.id), label: participant.name })),
        ]}
        onChange={(id) =>
          void runCommand('documents.setParticipant', {
            documentId: content.id,
            participantId: id === NOBODY ? null : Number(id),
          })
        }
      />
      {facts.length > 0 && (
        <>
          <h3 className="card-heading">{t('documents.attributes')}</h3>
          <dl className="card-facts card-facts-even">
            {facts.map((fact) => (
              <FactLine key={fact.variableId} name={fact.name} value={fact.value} />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Figures({
  data,
  content,
}: {
  readonly data: CodingData;
  readonly content: DocumentContent;
}): ReactNode {
  const { t, number, percent, dateTime } = useI18n();
  const summary = useCall('documents.list', {}).data?.find((document) => document.id === content.id);
  const codes = useMemo(() => new Set(data.codings.map((coding) => coding.codeId)).size, [data.codings]);
  return (
    <section className="card-part">
      <dl className="card-facts card-facts-even">
        <FactLine name={t('documents.words')} value={number(content.words)} />
        <FactLine name={t('documents.coded')} value={percent(summary?.codedShare ?? 0, 0)} />
        <FactLine name={t('documents.codedSegments')} value={number(data.codings.length)} />
        <FactLine name={t('documents.codesUsed')} value={number(codes)} />
        <FactLine name={t('documents.turns')} value={number(content.turns.length)} />
        <FactLine name={t('documents.file')} value={content.fileName} />
        <FactLine name={t('documents.imported')} value={dateTime(content.importedAt)} />
      </dl>
    </section>
  );
}

function DocumentMemo({
  documentId,
  name,
  readOnly,
}: {
  readonly documentId: number;
  readonly name: string;
  readonly readOnly: boolean;
}): ReactNode {
  const { t } = useI18n();
  const focus = useCoder((state) => state.memoFocus);
  const memos = useCall('memos.list', {}).data;
  const memo = memos?.find(
    ({ target, passage }) => target.kind === 'document' && target.id === documentId && passage === null,
  );
  if (memos === undefined) return null;
  const save = async (body: string): Promise<boolean> => {
    if (memo === undefined) {
      if (body.trim() === '') return true;
      const title = t('memos.ofDocument', { name });
      return (await runCommand('memos.create', { title, body, target: { kind: 'document', id: documentId } }))
        .ok;
    }
    if (body.trim() === '') return (await runCommand('memos.remove', { memoId: memo.id })).ok;
    return (await runCommand('memos.update', { memoId: memo.id, body })).ok;
  };
  return (
    <MemoField
      owner={`document-${documentId}`}
      label={t('documents.memo')}
      place={name}
      value={memo?.body ?? ''}
      focusRequest={focus}
      isReadOnly={readOnly}
      onSave={save}
    />
  );
}
