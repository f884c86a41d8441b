import { noteReference, type NoteLines, type Remarks } from './assemble.ts';
import type { Line } from './docx-lines.ts';
import { symbolCharacter } from './docx-symbols.ts';
import { LIMITS } from './limits.ts';
import { FormatError, holdLimit, type DocumentProperties } from './parsed-document.ts';
import { withoutForeignMarks } from './passage-marks.ts';
import { codePageEncoding, decodeBytes } from './rtf-code-pages.ts';
import { RtfComments } from './rtf-comments.ts';
import { applyFormat, applyParagraph, DESTINATIONS } from './rtf-controls.ts';
import { RtfInfo } from './rtf-info.ts';
import { RtfBytes } from './rtf-bytes.ts';
import { initialState, innerState, type GroupState } from './rtf-state.ts';
import { RtfStory } from './rtf-story.ts';
import { RtfFonts, RtfStyles } from './rtf-tables.ts';
import type { RtfToken } from './rtf-tokens.ts';
import { CHARACTERS, SKIPPED, STARRED } from './rtf-words.ts';

/** What was met and does not show in the text. */
export interface RtfCounts {
  insertions: number;
  deletions: number;
  hidden: number;
  images: number;
}

type Word = Extract<RtfToken, { readonly kind: 'word' }>;

/** Takes the tokens of an RTF file one after the other, and gives its text as it reads with all changes accepted. */
export class RtfReader {
  readonly counts: RtfCounts = { insertions: 0, deletions: 0, hidden: 0, images: 0 };
  readonly #fonts = new RtfFonts();
  readonly #styles = new RtfStyles();
  readonly #info = new RtfInfo();
  readonly #comments = new RtfComments();
  readonly #notes: NoteLines[] = [];
  readonly #parents: GroupState[] = [];
  readonly #stories: RtfStory[] = [new RtfStory()];
  #state = initialState();
  #encoding = 'cp1252';
  #defaultFont: number | null = null;
  readonly #bytes = new RtfBytes();
  #toSkip = 0;
  #isStarred = false;
  #destinationText = '';
  #characters = 0;
  #lines = 0;
  /** What kind of run the last piece of text was, so that runs are counted rather than pieces. */
  #lastRun = '';

  take(token: RtfToken): void {
    if (token.kind !== 'text' && token.kind !== 'byte') this.#flush();
    switch (token.kind) {
      case 'open':
        return this.#open();
      case 'close':
        return this.#close();
      case 'text':
        return this.#raw(token.bytes);
      case 'byte':
        return this.#raw(Uint8Array.of(token.byte));
      case 'word':
        return this.#word(token);
      case 'end':
        while (this.#parents.length > 0) this.#close();
    }
  }

  lines(): readonly Line[] {
    return this.#story.end(this.#tableLevel());
  }

  get notes(): readonly NoteLines[] {
    return this.#notes;
  }

  get remarks(): Remarks {
    return this.#comments.remarks;
  }

  get properties(): DocumentProperties {
    return this.#info.properties();
  }

  get #story(): RtfStory {
    return this.#stories.at(-1) ?? new RtfStory();
  }

  #open(): void {
    if (this.#parents.length >= LIMITS.rtfDepth)
      throw new FormatError('format.too-deep', { limit: LIMITS.rtfDepth });
    this.#toSkip = 0;
    this.#parents.push(this.#state);
    this.#state = innerState(this.#state);
    if (this.#state.destination === 'styles') this.#styles.open(0);
  }

  #close(): void {
    const parent = this.#parents.pop();
    if (parent === undefined) return;
    const ended = this.#state;
    if (ended.ends !== null) this.#endStory(ended.ends, this.#tableLevel());
    if (ended.destination !== parent.destination) this.#endDestination(ended.destination);
    this.#toSkip = 0;
    this.#isStarred = false;
    this.#state = parent;
  }

  #word({ word, value }: Word): void {
    if (this.#toSkip > 0 && word !== 'u') {
      this.#toSkip -= 1;
      return;
    }
    if (word === '*') {
      this.#isStarred = true;
      return;
    }
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    const state = this.#state;
    if (word === 'ud' && this.#parents.at(-1)?.isChoice === true) {
      state.destination = this.#parents.at(-1)?.destination ?? 'body';
      return;
    }
    if (state.destination === 'skipped') return;
    if (word === 'pict' || word === 'shppict') this.counts.images += 1;
    // The picture inside is the one that was counted.
    if (word === 'shppict' || SKIPPED.has(word) || (isStarred && !STARRED.has(word)))
      state.destination = 'skipped';
    else if (word === 'u') this.#unicode(value ?? 0);
    else if (!this.#destination(word)) this.#control(word, value);
  }

  #destination(word: string): boolean {
    const state = this.#state;
    const own = DESTINATIONS[word];
    if (own !== undefined) {
      state.destination = own;
      this.#destinationText = '';
      return true;
    }
    switch (word) {
      case 'footnote':
        this.#story.add(noteReference(this.#notes.length + 1));
        this.#notes.push([]);
        return this.#begin('note');
      case 'annotation':
        return this.#begin('comment');
      case 'shptxt':
        return this.#begin('box');
      case 'listtext':
      case 'pntext':
        return this.#begin('label');
      case 'upr':
        state.isChoice = true;
        return true;
      default:
        return false;
    }
  }

  #control(word: string, value: number | null): void {
    const state = this.#state;
    if (state.destination === 'fonts' || state.destination === 'styles') return this.#table(word, value);
    if (state.destination === 'created') return this.#info.date(word, value ?? 0);
    const character = CHARACTERS.get(word);
    if (character !== undefined) return this.#say(character);
    if (applyFormat(state, word, value, this.#defaultFont) || applyParagraph(state, word, value)) return;
    switch (word) {
      case 'par':
      case 'sect':
      case '\n':
      case '\r':
        return this.#endParagraph();
      case 'cell':
      case 'nestcell':
        this.#count();
        return this.#story.endCell(word === 'cell' ? 1 : Math.max(2, state.tableLevel ?? 2));
      case 'row':
      case 'nestrow':
        return this.#story.endRow(word === 'row' ? 1 : Math.max(2, state.tableLevel ?? 2));
      case 'ansicpg':
        this.#encoding = codePageEncoding(value ?? 0);
        return;
      case 'mac':
        this.#encoding = 'macintosh';
        return;
      case 'pc':
        this.#encoding = 'cp437';
        return;
      case 'pca':
        this.#encoding = 'cp850';
        return;
      case 'deff':
        this.#defaultFont = value;
        state.font = value;
    }
  }

  #endParagraph(): void {
    this.#count();
    const { isDeleted, isHanging, style, outline } = this.#state;
    // A deleted end of paragraph joins it to the next one.
    if (!isDeleted)
      this.#story.endParagraph(this.#tableLevel(), this.#styles.level(style, outline), isHanging);
  }

  #table(word: string, value: number | null): void {
    const number = value ?? 0;
    if (this.#state.destination === 'fonts') {
      if (word === 'f') this.#fonts.open(number);
      else if (word === 'fcharset') this.#fonts.charset(number);
      else if (word === 'cpg') this.#fonts.encoding(codePageEncoding(number));
    } else if (word === 's') this.#styles.open(number);
    else if (word === 'outlinelevel') this.#styles.outline(number);
  }

  /** Whatever takes memory though it may be empty. */
  #count(): void {
    this.#lines += 1;
    holdLimit('lines', this.#lines, LIMITS.lines);
  }

  #begin(ends: 'note' | 'comment' | 'box' | 'label'): true {
    this.#count();
    this.#state.ends = ends;
    this.#state.destination = 'body';
    // A text of its own is in no table of the one around it.
    this.#state.isInTable = false;
    this.#state.tableLevel = null;
    this.#stories.push(new RtfStory());
    return true;
  }

  #endStory(ends: 'note' | 'comment' | 'box' | 'label', tableLevel: number): void {
    if (this.#stories.length < 2) return;
    const lines = this.#stories.pop()?.end(tableLevel) ?? [];
    const text = lines.map((line) => line.text).join('\n').trim(); // prettier-ignore
    if (ends === 'note') this.#notes[this.#openNote()] = lines;
    else if (ends === 'box') this.#story.float(lines);
    else if (ends === 'label') this.#story.label(text);
    else this.#story.add(this.#comments.say(text));
  }

  /** Notes do not hold notes: the one that ends is the last without a text. */
  #openNote(): number {
    return Math.max(0, this.#notes.length - 1);
  }

  #endDestination(destination: GroupState['destination']): void {
    const text = this.#destinationText.trim();
    if (destination === 'title' || destination === 'author') this.#info.set(destination, text);
    else if (destination === 'comment-author') this.#comments.author(text);
    else if (destination === 'comment-of') this.#comments.refersTo(text);
    else if (destination === 'comment-start') this.#story.add(this.#comments.start(text));
    else if (destination === 'comment-end') this.#story.add(this.#comments.end(text));
  }

  #raw(bytes: Uint8Array): void {
    const from = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= from;
    if (this.#state.destination === 'skipped') return;
    this.#bytes.add(from === 0 ? bytes : bytes.subarray(from));
  }

  /** Bytes are decoded together: half a character may be an escape, the other half a letter. */
  #flush(): void {
    const bytes = this.#bytes.take();
    if (bytes.length === 0) return;
    const symbols = this.#symbolFont();
    const text =
      symbols === null
        ? decodeBytes(bytes, this.#fonts.encodingOf(this.#state.font, this.#encoding))
        : Array.from(bytes, (byte) => symbolCharacter(symbols, byte.toString(16))).join('');
    this.#say(text);
  }

  #unicode(value: number): void {
    const unit = value & 0xffff;
    const symbols = unit >= 0xe000 && unit <= 0xf8ff ? (this.#symbolFont() ?? '') : null;
    this.#say(symbols === null ? String.fromCharCode(unit) : symbolCharacter(symbols, unit.toString(16)));
    this.#toSkip = this.#state.fallback;
  }

  #symbolFont(): string | null {
    return this.#state.destination === 'body' ? this.#fonts.symbolFont(this.#state.font) : null;
  }

  #say(text: string): void {
    const { destination, isHidden, isDeleted, isInserted } = this.#state;
    if (destination === 'fonts') return this.#fonts.name(text);
    if (destination === 'styles') return this.#styles.name(text);
    if (destination !== 'body') {
      if (this.#destinationText.length < 1_000) this.#destinationText += text;
      return;
    }
    const run = isDeleted ? 'deletions' : isHidden ? 'hidden' : isInserted ? 'insertions' : '';
    if (run !== '' && run !== this.#lastRun) this.counts[run] += 1;
    this.#lastRun = run;
    if (isDeleted || isHidden) return;
    this.#characters += text.length;
    holdLimit('characters', this.#characters, LIMITS.characters);
    this.#story.add(withoutForeignMarks(text));
  }

  #tableLevel(): number {
    const { isInTable, tableLevel } = this.#state;
    return tableLevel ?? (isInTable ? 1 : 0);
  }
}
