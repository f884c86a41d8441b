import { keysOf } from '../../app/shortcut-list.ts';
import {
  BookOpen,
  ChevronDown,
  ChevronUp,
  EqualApproximately,
  Minus,
  Plus,
  Trash2,
  UnfoldHorizontal,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Coding } from '../../../src/codings/contract.ts';
import type { Stance } from '../../../src/contract/common.ts';
import { countWords } from '../../../src/text/words.ts';
import { runCommand } from '../../app/use-command.ts';
import { takeExample } from '../codebook/take-example.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { paragraphNumberAt, shownText, type TranscriptModel } from '../../transcript/model.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { codeColour, Mark } from '../../ui/mark.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { goToCoding, showPalette, uncode, type ViewRef } from '../coder/actions.ts';
import { neighbourOf } from '../coder/neighbours.ts';
import { useCoder } from '../coder/state.ts';
import type { CodingData } from '../coder/use-coding-data.ts';
import { placesOfCodes } from '../hypotheses/code-places.ts';
import { Mentions } from '../memos/mentions.tsx';
import { MemoField } from '../memos/memo-field.tsx';
import { setStance } from './coding-commands.ts';
import { CodingMenu } from './coding-menu.tsx';
import { LinksPart } from './links-part.tsx';
import { RelatedList } from './related-list.tsx';
import { relatedCodings } from './relations.ts';
import { WeightPart } from './weight-part.tsx';

export interface CodingCardProps {
  readonly data: CodingData;
  readonly view: ViewRef;
  readonly model: TranscriptModel;
  readonly coding: Coding;
}

/** Everything about the coding in hand. */
export function CodingCard(props: CodingCardProps): ReactNode {
  const { data, view, model, coding } = props;
  const { t } = useI18n();
  const code = data.codeOf.get(coding.codeId);
  const memoFocus = useCoder((state) => state.memoFocus);
  if (code === undefined) return null;
  const text = shownText(model, coding);
  const words = t('coder.words', { count: countWords(text) });
  return (
    <>
      <CardHead {...props} />
      <div className="card-body">
        <section className="card-part" style={codeColour(code.colour)}>
          <p className="card-meta">
            {t('codings.where', { paragraph: paragraphNumberAt(model, coding.start), words })}
          </p>
          <blockquote className="card-quote" lang="">
            {text}
          </blockquote>
        </section>
        <CodesPart {...props} />
        <HypothesisPart data={data} coding={coding} />
        <LinksPart data={data} view={view} coding={coding} />
        <WeightPart coding={coding} isReadOnly={data.readOnly || coding.id < 0} />
        <section className="card-part">
          <MemoField
            owner={`coding-${coding.id}`}
            label={t('codings.memo')}
            place={code.name}
            value={coding.memo ?? ''}
            focusRequest={memoFocus}
            isReadOnly={data.readOnly || coding.id < 0}
            onSave={async (body) => (await runCommand('codings.setMemo', { codingId: coding.id, body })).ok}
          />
        </section>
        {coding.id > 0 && <Mentions kind="coding" id={coding.id} />}
        <Dates data={data} coding={coding} />
      </div>
      <footer className="card-foot">
        <Button
          icon={UnfoldHorizontal}
          isDisabled={data.readOnly}
          onPress={() => view.current?.focusHandle('end')}
        >
          {t('codings.adjust')}
        </Button>
        <IconButton
          label={t('codings.remove')}
          icon={Trash2}
          tone="danger"
          shortcut={keysOf('reader.uncode')}
          isDisabled={data.readOnly}
          onPress={() => uncode(coding)}
        />
      </footer>
    </>
  );
}

function CardHead({ data, view, model, coding }: CodingCardProps): ReactNode {
  const { t, number } = useI18n();
  const at = data.codings.findIndex((other) => other.id === coding.id);
  const go = (by: -1 | 1): void => {
    const next = neighbourOf(data.codings, { codingId: coding.id, caret: coding.start }, by);
    if (next !== null) goToCoding(next, view);
  };
  return (
    <header className="card-head">
      <h2 className="card-title">{t('codings.segment')}</h2>
      <span className="card-place">
        {t('codings.of', { at: number(at + 1), count: number(data.codings.length) })}
      </span>
      <IconButton
        label={t('codings.previous')}
        icon={ChevronUp}
        size="small"
        shortcut={keysOf('reader.previousSegment')}
        isDisabled={at <= 0}
        onPress={() => go(-1)}
      />
      <IconButton
        label={t('codings.next')}
        icon={ChevronDown}
        size="small"
        shortcut={keysOf('reader.nextSegment')}
        isDisabled={at >= data.codings.length - 1}
        onPress={() => go(1)}
      />
      <CodingMenu
        codings={data.codings}
        coding={coding}
        model={model}
        isReadOnly={data.readOnly || coding.id < 0}
      />
    </header>
  );
}

function CodesPart({ data, view, coding }: CodingCardProps): ReactNode {
  const { t } = useI18n();
  const code = data.codeOf.get(coding.codeId);
  if (code === undefined) return null;
  return (
    <section className="card-part">
      <h3 className="card-heading">{t('codings.codesHere')}</h3>
      <div className="card-codes">
        <div className="card-code card-code-own" style={codeColour(code.colour)}>
          <Mark colour={code.colour} shape={code.shape} />
          <span className="card-code-name" title={code.path}>
            {code.name}
          </span>
          <IconButton
            label={t('codings.removeCode', { code: code.name })}
            icon={X}
            size="small"
            isDisabled={data.readOnly}
            onPress={() => uncode(coding)}
          />
        </div>
        <RelatedList
          related={relatedCodings(data.codings, coding, { except: coding.id })}
          data={data}
          view={view}
        />
        <AddCode data={data} />
        {!data.readOnly && (
          <button type="button" className="card-add" onClick={() => void takeExample(data, coding)}>
            <BookOpen size={15} aria-hidden />
            {t('codebook.takeExample')}
          </button>
        )}
      </div>
    </section>
  );
}

/** « Ajouter un code » with its key. */
export function AddCode({ data, label }: { readonly data: CodingData; readonly label?: string }): ReactNode {
  const { t } = useI18n();
  if (data.readOnly) return null;
  return (
    <button type="button" className="card-add" onClick={() => showPalette()}>
      <Plus size={15} aria-hidden />
      {label ?? t('codings.addCode')}
      <Kbd keys={keysOf('reader.code')} />
    </button>
  );
}

function HypothesisPart({ data, coding }: { readonly data: CodingData; readonly coding: Coding }): ReactNode {
  const { t } = useI18n();
  const places = placesOfCodes(data.codes, data.hypotheses).get(coding.codeId) ?? [];
  return (
    <section className="card-part">
      <h3 className="card-heading">{t(places.length > 1 ? 'hypotheses.many' : 'hypotheses.one')}</h3>
      {places.length === 0 && <p className="card-empty">{t('hypotheses.none')}</p>}
      {places.map(({ hypothesis }) => (
        <p key={hypothesis.id} className="card-hypothesis" title={hypothesis.statement}>
          <b>{hypothesis.label}</b>
          <span>{hypothesis.title}</span>
        </p>
      ))}
      <h3 className="card-heading">{t('codings.stanceOf')}</h3>
      <Segmented<Stance>
        label={t('codings.stanceOf')}
        value={coding.stance}
        allowEmpty
        fill
        isDisabled={data.readOnly}
        options={[
          { id: 'supports', label: t('codings.supports'), icon: Plus },
          { id: 'qualifies', label: t('codings.qualifies'), icon: EqualApproximately },
          { id: 'contradicts', label: t('codings.contradicts'), icon: Minus },
        ]}
        onChange={(stance) => void setStance(coding, stance)}
      />
    </section>
  );
}

function Dates({ data, coding }: { readonly data: CodingData; readonly coding: Coding }): ReactNode {
  const { t, dateTime } = useI18n();
  return (
    <section className="card-part">
      <dl className="card-facts">
        <dt>{t('codings.codedBy')}</dt>
        <dd>{data.coderNames.get(coding.coderId) ?? ''}</dd>
        <dt>{t('codings.created')}</dt>
        <dd>{dateTime(coding.createdAt)}</dd>
        {coding.modifiedAt !== coding.createdAt && (
          <>
            <dt>{t('codings.modified')}</dt>
            <dd>{dateTime(coding.modifiedAt)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
