/** What a group is about: the text itself, or one of the things that are read besides it. */
export type Destination =
  | 'body'
  | 'skipped'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'author'
  | 'created'
  | 'label'
  | 'comment-author'
  | 'comment-of'
  | 'comment-start'
  | 'comment-end';

/** Properties that a group inherits and gives up at its end (RTF 1.9.1, “RTF syntax”). */
export interface GroupState {
  destination: Destination;
  /** A text of its own ends with this group: what to do with it. */
  ends: 'note' | 'comment' | 'box' | 'label' | null;
  /** Only the branch in Unicode counts of the next groups. */
  isChoice: boolean;
  font: number | null;
  /** How many characters stand in for one `\u`, for programs that cannot show it. */
  fallback: number;
  isHidden: boolean;
  isDeleted: boolean;
  isInserted: boolean;
  style: number | null;
  /** 0 to 8; 9 is body text; `null` when only the style decides. */
  outline: number | null;
  /** Whether the first line begins to the left of the others. */
  isHanging: boolean;
  isInTable: boolean;
  /** 1 in a table, 2 in a table in a cell. */
  tableLevel: number | null;
}

export function initialState(): GroupState {
  return {
    destination: 'body',
    ends: null,
    isChoice: false,
    font: null,
    fallback: 1,
    isHidden: false,
    isDeleted: false,
    isInserted: false,
    style: null,
    outline: null,
    isHanging: false,
    isInTable: false,
    tableLevel: null,
  };
}

/** What a group begins with: all of its parent's properties, but none of its parent's ends. */
export function innerState(parent: GroupState): GroupState {
  const isOtherBranch = parent.isChoice;
  return {
    ...parent,
    ends: null,
    isChoice: false,
    destination: isOtherBranch ? 'skipped' : parent.destination,
  };
}

export function resetCharacter(state: GroupState, defaultFont: number | null): void {
  state.font = defaultFont;
  state.isHidden = false;
  state.isDeleted = false;
  state.isInserted = false;
}

export function resetParagraph(state: GroupState): void {
  state.style = null;
  state.outline = null;
  state.isHanging = false;
  state.isInTable = false;
  state.tableLevel = null;
}
