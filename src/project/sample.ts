import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCoder } from '../coders/store.ts';
import { createCode } from '../codebook/create-code.ts';
import { codeReads, updateCode } from '../codebook/store.ts';
import { addCoding } from '../codings/store.ts';
import type { TaskContext } from '../contract/handlers.ts';
import type { Connection } from '../database/connection.ts';
import { checkRange } from '../documents/ranges.ts';
import { documentReads } from '../documents/store.ts';
import { found } from '../errors/lookup.ts';
import { addGroup, addHypothesis, addMapping } from '../hypotheses/store.ts';
import { guessedSpeakers, importDraft } from '../imports/confirm.ts';
import { makeDraft, type ImportDraft } from '../imports/draft.ts';
import { addMemo } from '../memos/store.ts';
import type { MemoTarget } from '../memos/contract.ts';
import { addVariable, ensureParticipant, setValue, type VariableRow } from '../participants/store.ts';
import { canonicalValue } from '../participants/values.ts';
import { readSampleStudy, sampleFolder, type SampleCoding, type SampleStudy } from './sample-study.ts';
import type { ProjectSession } from './session.ts';
import { projectWrites } from './store.ts';

/**
 * Fills a new project with the sample study, read from the same .docx files and by the same import as any other.
 * It is how the project begins, not something that was done in it: the history stays empty.
 */
export async function fillSample(context: TaskContext, session: ProjectSession): Promise<void> {
  const { writer } = session;
  if (writer === null) throw new Error('the sample study needs a project open for changes');
  const folder = sampleFolder(context.core.options.resourcesDir);
  const { study, codings } = readSampleStudy(folder);
  const drafts: ImportDraft[] = [];
  for (const [index, document] of study.documents.entries()) {
    await context.progress(index, study.documents.length, document.name);
    const bytes = new Uint8Array(await readFile(join(folder, document.file)));
    const fileName = document.file;
    const analysed = await context.core.readers.read(
      'draft',
      bytes,
      { fileName },
      { signal: context.signal },
    );
    drafts.push(makeDraft(fileName, bytes, analysed));
  }
  const now = new Date().toISOString();
  writer.transaction(() => new SampleWriter(writer, session, now).write(study, codings, drafts)).immediate();
}

class SampleWriter {
  readonly #db: Connection;
  readonly #session: ProjectSession;
  readonly #now: string;
  /** Ids by kind and name, of everything made so far. */
  readonly #ids = new Map<string, number>();

  constructor(db: Connection, session: ProjectSession, now: string) {
    this.#db = db;
    this.#session = session;
    this.#now = now;
  }

  write(study: SampleStudy, codings: readonly SampleCoding[], drafts: readonly ImportDraft[]): void {
    projectWrites(this.#db).update.run(study.project);
    for (const { name } of study.coders) this.#keep('coder', name, ensureCoder(this.#db, name, this.#now));
    this.#people(study);
    for (const [index, document] of study.documents.entries()) {
      const draft = drafts[index];
      if (draft !== undefined) this.#document(study, document, draft);
    }
    this.#hypothesesAndCodes(study);
    for (const coding of codings) this.#coding(coding);
    for (const memo of study.memos) this.#memo(memo, study);
  }

  #keep(kind: string, name: string, id: number): number {
    this.#ids.set(`${kind} ${name}`, id);
    return id;
  }

  #id(kind: string, name: string): number {
    return found(this.#ids.get(`${kind} ${name}`), kind, name);
  }

  #people(study: SampleStudy): void {
    for (const variable of study.variables) {
      const id = addVariable(this.#db, variable.name, variable.scope, variable.type);
      this.#keep(`variable ${variable.scope}`, variable.name, id);
    }
    for (const participant of study.participants) {
      const id = this.#keep(
        'participant',
        participant.name,
        ensureParticipant(this.#db, participant.name, this.#now),
      );
      this.#values(study, 'participant', participant.values, id);
    }
  }

  #values(
    study: SampleStudy,
    scope: VariableRow['scope'],
    values: Readonly<Record<string, string | number>>,
    targetId: number,
  ): void {
    for (const variable of study.variables.filter((each) => each.scope === scope)) {
      const value = values[variable.name];
      if (value === undefined) continue;
      const id = this.#id(`variable ${scope}`, variable.name);
      setValue(this.#db, { id, scope }, targetId, canonicalValue(String(value), variable.type));
    }
  }

  #document(study: SampleStudy, document: SampleStudy['documents'][number], draft: ImportDraft): void {
    const speakers = guessedSpeakers(draft);
    const wish = {
      documentName: document.name,
      participantName: document.participant,
      speakers,
      headingsAsTopics: true,
    };
    const id = this.#keep('document', document.name, importDraft(this.#db, draft, wish, this.#now));
    this.#values(study, 'document', document.values, id);
  }

  #hypothesesAndCodes(study: SampleStudy): void {
    for (const { label, title, statement, groups } of study.hypotheses) {
      const id = this.#keep('hypothesis', label, addHypothesis(this.#db, label, title, statement));
      for (const group of groups) this.#keep(`group ${label}`, group, addGroup(this.#db, id, group));
    }
    for (const code of study.codes) {
      const wish = {
        name: code.name,
        colour: code.colour,
        shape: code.shape,
        briefDefinition: code.definition,
      };
      const id = this.#keep('code', code.name, createCode(this.#db, wish, this.#now));
      const row = found(codeReads(this.#db).byId.get(id), 'code', id);
      updateCode(this.#db, { ...row, when_to_use: code.whenToUse, when_not_to_use: code.whenNotToUse });
      const groupId = code.group === null ? null : this.#id(`group ${code.hypothesis}`, code.group);
      addMapping(this.#db, id, this.#id('hypothesis', code.hypothesis), groupId, true);
    }
  }

  #coding(coding: SampleCoding): void {
    const documentId = this.#id('document', coding.document);
    const document = found(documentReads(this.#db).byId.get(documentId), 'document', documentId);
    const { text } = this.#session.texts.get(this.#db, document.text_version_id);
    const start = text.indexOf(coding.quote);
    if (start < 0) throw new Error(`sample quotation not found in ${coding.document}: ${coding.quote}`);
    const range = checkRange(this.#db, this.#session, documentId, {
      start,
      end: start + coding.quote.length,
    });
    const coderId = this.#id('coder', coding.coder);
    const codeId = this.#id('code', coding.code);
    const id = addCoding(this.#db, { documentId, codeId, coderId, range, stance: coding.stance }, this.#now);
    if (id === null) throw new Error(`sample coding stands twice in ${coding.document}: ${coding.quote}`);
    if (typeof coding.memo === 'string') {
      const target = { kind: 'coding', id } as const;
      addMemo(this.#db, { title: coding.code, body: coding.memo, target, coderId }, this.#now);
    }
  }

  #memo(memo: SampleStudy['memos'][number], study: SampleStudy): void {
    const { kind, name } = memo.target;
    const target: MemoTarget =
      kind === 'free' || kind === 'project' || name === undefined
        ? { kind: kind === 'project' ? 'project' : 'free' }
        : { kind, id: this.#id(kind, name) };
    const coderId = this.#id('coder', study.coders[0]?.name ?? '');
    addMemo(this.#db, { title: memo.title, body: memo.body, target, coderId }, this.#now);
  }
}
