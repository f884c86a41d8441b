export const en = {
  title: 'Guided tour',
  start: 'Five-minute guided tour',
  resume: 'Go on with the guided tour',
  step: 'Step {{at}} / {{total}}',
  leave: 'Leave the tour',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  end: 'Finish',
  done: 'Done',
  readTitle: 'A coded interview',
  readText:
    'The line under the words and the bracket in the margin say which code is where, by colour and shape. Scroll the text, hover a label.',
  selectTitle: 'Choose a passage',
  selectText:
    'Click <b>three times</b> in a paragraph to take all of it, or drag with the mouse. By keyboard: Shift and the arrows.',
  codeTitle: 'Code this passage',
  codeText:
    'Press <b>{{code}}</b>, type “visio”, then <b>{{apply}}</b>. The code is applied, and saved already.',
  createTitle: 'Let a code emerge',
  createText:
    'Choose another passage, press <b>{{code}}</b>, write a word of your own, then <b>{{create}}</b>: the code is made and applied at once.',
  overlapTitle: 'Take a segment in hand',
  overlapText:
    'Click a label of the margin, or coded words. Where several segments overlap, a second click goes to the next.',
  mapTitle: 'Map to a hypothesis',
  mapText:
    'Your code waits under “No hypothesis”, at the end of the tree. Drag it on a hypothesis, or open its menu (Shift F10).',
  countTitle: 'How many say it?',
  countText: 'Open <b>Frequencies</b>: it is the table of the paper.',
  figuresTitle: 'n out of 8',
  figuresText:
    'The first number says how many different referents have at least one segment of this code, out of eight. A percentage is never shown alone.',
  quoteTitle: 'The quotations',
  quoteText: 'Open <b>Quotations</b>: each segment with who says it, to be copied with its attribution.',
  undoTitle: 'Nothing is lost',
  undoText:
    'Press <b>{{undo}}</b>: the last action is undone, and <b>{{redo}}</b> does it again. Help is under <b>{{help}}</b>.',
} as const;
