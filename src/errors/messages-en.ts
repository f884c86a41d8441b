import type { ErrorCode } from './codes.ts';

/** What happened, what was kept, what to do. `{x}` is filled from the error's details. */
export const messagesEn: Readonly<Record<ErrorCode, string>> = {
  'call.unknown': 'This version of Repère does not know this request: {name}.',
  'call.cancelled': 'Stopped as you asked. Nothing was changed.',
  'input.invalid': 'The request does not have the expected form ({path}). Nothing was changed.',
  internal: 'Something unexpected happened ({reason}). Nothing was changed; you can try again.',
  'name.empty': 'The name is empty. Give a name of at least one character.',
  'name.too-long': 'This name has {length} characters; at most {max} are possible. Shorten it.',
  'name.taken': 'The name “{name}” is already taken in this place. Choose another.',
  'not-found': 'This no longer exists in the project ({kind} {id}). Nothing was changed.',
  'project.none': 'No project is open. Open a project or create one.',
  'project.exists': 'A file of this name is already there: {path}. It is untouched; choose another name.',
  'project.missing': 'The file {path} cannot be found. Was it moved or renamed?',
  'project.folder-missing': 'The folder {path} does not exist. Choose an existing folder.',
  'project.not-sqlite': '{path} is not a Repère project. The file is untouched.',
  'project.beginning-lost':
    'The beginning of {path} is lost: this project cannot be opened any more, but what follows can be read. The file is untouched; take a backup back, or recover what can be read.',
  'project.foreign': '{path} is a database of another program. The file is untouched.',
  'project.truncated':
    '{path} is incomplete: a part is missing. The file is untouched; take a backup back, or recover what can be read.',
  'project.damaged':
    '{path} is damaged. Nothing is written to it any more; take a backup back, or recover what can be read.',
  'salvage.nothing': 'Nothing of {path} can be read any more. The file is untouched; take a backup back.',
  'project.schema':
    '{path} does not have the expected tables ({reason}). It was not opened and is untouched.',
  'project.newer': '{path} was saved by a newer version of Repère. The file is untouched; update Repère.',
  'project.locked': '{path} is already open by {user} on {host}. Close it there, or open it here read-only.',
  'project.read-only': 'This project is open read-only. Nothing was changed.',
  'project.permission':
    'You are not allowed to open {path}. Check the permissions of the file and its folder.',
  'project.name-too-long':
    'The name or path of {path} is too long: the files that Repère puts beside a project could not be named. Nothing was changed; shorten the file’s name, or put it in a folder less deep.',
  'project.no-locks':
    'The folder of {path} cannot reserve a file (some network drives cannot). The file is untouched; copy it to this computer and work on the copy, or open it read-only.',
  'project.busy':
    'Another program is using {path} at this moment (a backup, an antivirus or a synchronising client). The file is untouched; try again in a moment.',
  'project.replaced':
    'The file {path} was replaced, moved or deleted by another program while you were working. Nothing is saved in it any more. Your work is still here: save a copy of it, then open the project again.',
  'project.taken-over':
    '{path} was opened elsewhere by somebody who chose to open it anyway. Nothing is saved here any more. What you had done before is in the file; open it again.',
  'migration.read-only':
    '{path} comes from an older version and must be updated, but the file is read-only. Copy it elsewhere and open the copy.',
  'backups.place-missing':
    'The backup folder {path} cannot be found. No backup was touched; plug in the disk where it lies, or choose another folder in the settings.',
  'backups.place-unusable':
    'Backups cannot go to {path} ({reason}). They stay where they are; choose a folder where you can write.',
  'backups.copy-missing':
    'This backup is no longer there: {file}. Nothing was changed; choose another one from the list.',
  'backups.copy-damaged':
    'The backup {file} is damaged. Nothing was changed; choose another one from the list.',
  'disk.full':
    'The disk is full. The last action was not saved, everything before it is. Free some space, then do it again.',
  'disk.error':
    'The disk could not be read or written ({reason}). The last action was not saved, everything before it is.',
  'output.project':
    '{path} is a Repère project, or a file that belongs to one. It is untouched; choose another name.',
  'output.original':
    '{path} is a file that you imported into this project. It is untouched; choose another name.',
  'output.other-kind':
    '{path} is there already and is no file of this kind. It is untouched; choose another name, or add --overwrite on the command line.',
  'file.missing': 'The file {path} cannot be found.',
  'file.is-folder': '{path} is a folder, not a file.',
  'file.permission': 'You are not allowed to read or write {path}.',
  'file.unreadable': 'The file {path} could not be read ({reason}).',
  'file.too-heavy':
    'Reading this file takes more than {limit}, so it was given up. Nothing of it was imported, and the project is as it was. Save the file in another format (.docx, .txt or .csv) or split it, then drop that.',
  'range.invalid': 'This is not a passage of the text ({start}–{end}). Nothing was coded.',
  'range.outside':
    'This passage goes beyond the end of the text ({start}–{end}, the text has {length}). Nothing was coded.',
  'range.surrogate': 'This passage cuts a character in two ({start}–{end}). Nothing was coded.',
  'range.empty': 'This passage is empty. Select at least one character.',
  'codings.different':
    'These segments are not of the same code, document and coder. Nothing was merged; recode them first.',
  'codings.apart':
    'There is text between these segments. Nothing was merged; choose segments that overlap or follow each other.',
  'codings.split-outside':
    'Nothing would be left on one side of this cut. Nothing was split; place the caret inside the segment.',
  'codings.link-self': 'A segment cannot be linked to itself. Choose another one.',
  'edit.invalid': 'This correction does not fit the text of “{document}”. Nothing was changed.',
  'edit.stale':
    'The text of “{document}” was changed elsewhere meanwhile. Nothing was changed; make the correction again.',
  'codings.stale':
    'The text of “{document}” has changed since these passages were found. Nothing was coded; look for them again.',
  'edit.loses':
    'This correction leaves {count} coded passages of “{document}” without words. Nothing was changed; agree to drop them, or keep some of their words.',
  'edit.empties': 'Nothing would be left of “{document}”. Remove the document instead.',
  'edit.too-long': 'The text of “{document}” would become too long. Nothing was changed.',
  'replace.loses':
    '{count} passages of “{document}” are not in the new text. Nothing was changed; place them by hand, or agree to drop them.',
  'speakers.pattern':
    'This speaker pattern cannot be used: {problem}. Write it as in the text, with %NAME% for the name, such as “[%NAME%]”.',
  'speakers.other-document':
    'These speakers are not of one document. Nothing was merged; bind them to the same participant instead.',
  'pseudonyms.two-roles':
    '“{pseudonym}” would stand for both “{first}” and “{second}” in “{document}”, whose roles differ. No name was replaced. Give them two pseudonyms.',
  'code.cycle': 'A code cannot be placed under itself or under one of its own sub-codes. Nothing was moved.',
  'code.is-folder': '“{name}” is a folder: it holds codes and cannot be applied. Choose a code.',
  'code.goes-too':
    '“{name}” would be removed too: it could not keep the segments. Nothing was removed. Choose another code.',
  'code.path-invalid': 'The path “{path}” is not a code path. Write Parent/Child.',
  'version.unreadable':
    'This version of the codebook is damaged and cannot be read. The present codebook is intact. Remove this version.',
  'value.invalid': '“{value}” is not a value of the expected type ({type}). The former value is kept.',
  'group.elsewhere': 'This group belongs to another hypothesis. Nothing was changed.',
  'draft.missing': 'This file is no longer waiting to be imported. Choose it again.',
  'search.syntax':
    'The query cannot be read at character {position}: {problem}. Correct it there, or put words in quotation marks.',
  'pattern.invalid': 'This regular expression cannot be used: {problem}. Nothing was looked for.',
  'encoding.unknown': 'The encoding {encoding} is not known. Choose one from the list.',
  'format.empty': 'This file is empty. Check that it was saved, then drop it again.',
  'format.unreadable':
    'This file is damaged or incomplete. Open it in its own program, save it, then drop it again.',
  'format.encrypted': 'This file is protected by a password. Save a copy without password, then drop that.',
  'format.scanned':
    'This PDF holds pictures of pages, without text to code. Run it through character recognition (OCR), then drop the new file.',
  'format.wrong-kind':
    'The content of this file is not what its name says (found: {found}). Check its extension.',
  'format.too-large': 'This file is too large ({limit} at most). Split it, then drop the parts.',
  'format.too-deep':
    'The structure of this file is nested beyond reason. Copy its text into a new document, then drop that.',
  'format.unsupported':
    'This kind of file ({found}) is not read yet. Save it as .docx or .txt, then drop that.',
  'format.is-table':
    'This file is a table ({found}). Import it on the command line, with participants import or survey import.',
  'format.no-table':
    'This kind of file ({found}) is not read as a table. Save it as .xlsx, .ods or .csv, then drop that.',
  'format.cancelled': 'Reading stopped as you asked.',
  'chart.empty': 'There is nothing to draw yet: no code is mapped to a hypothesis.',
  'chart.unavailable': 'This machine cannot draw PNG pictures. Choose SVG, which every machine can write.',
};
