import { analysisQueries } from '../analysis/queries.ts';
import { autoCodingTasks } from '../auto-coding/tasks.ts';
import { backupTasks } from '../backups/tasks.ts';
import { salvageTasks } from '../salvage/tasks.ts';
import { codebookCommands } from '../codebook/commands.ts';
import { codebookQueries } from '../codebook/queries.ts';
import { coderCommands, coderTasks } from '../coders/commands.ts';
import { coderQueries } from '../coders/queries.ts';
import { codingCommands } from '../codings/commands.ts';
import { codingQueries } from '../codings/queries.ts';
import type { CommandName, QueryName, TaskName } from '../contract/contract.ts';
import type { CommandHandlers, QueryHandlers, TaskHandlers } from '../contract/handlers.ts';
import { documentCommands } from '../documents/commands.ts';
import { erasureQueries, erasureTasks } from '../erasure/handlers.ts';
import { documentQueries } from '../documents/queries.ts';
import { historyQueries } from '../history/queries.ts';
import { historyTasks } from '../history/tasks.ts';
import { hypothesisCommands } from '../hypotheses/commands.ts';
import { hypothesisQueries } from '../hypotheses/queries.ts';
import { importCommands, importQueries, importTasks } from '../imports/handlers.ts';
import { memoCommands } from '../memos/commands.ts';
import { memoQueries } from '../memos/queries.ts';
import { participantCommands } from '../participants/commands.ts';
import { participantQueries } from '../participants/queries.ts';
import { projectCommands, projectQueries, projectTasks } from '../project/handlers.ts';
import { pseudonymCommands } from '../pseudonyms/commands.ts';
import { pseudonymQueries } from '../pseudonyms/queries.ts';
import { pseudonymTasks } from '../pseudonyms/tasks.ts';
import { reportQueries, reportTasks } from '../reports/queries.ts';
import { searchQueries } from '../search/queries.ts';
import { searchTasks } from '../search/tasks.ts';
import { setCommands } from '../sets/commands.ts';
import { setQueries } from '../sets/queries.ts';
import { settingsCommands, settingsQueries, settingsTasks } from '../settings/handlers.ts';
import { tableCommands, tableQueries, tableTasks } from '../tables/handlers.ts';
import { transcriptCommands } from '../transcripts/commands.ts';
import { transcriptQueries } from '../transcripts/queries.ts';
import { unsavedTasks } from '../unsaved/tasks.ts';
import { versionCommands } from '../versions/commands.ts';
import { versionQueries } from '../versions/queries.ts';

// `satisfies` over the whole contract: a call without a handler does not compile.

export const queryHandlers = {
  ...projectQueries,
  ...settingsQueries,
  ...importQueries,
  ...documentQueries,
  ...transcriptQueries,
  ...participantQueries,
  ...tableQueries,
  ...pseudonymQueries,
  ...erasureQueries,
  ...coderQueries,
  ...codebookQueries,
  ...versionQueries,
  ...setQueries,
  ...hypothesisQueries,
  ...codingQueries,
  ...memoQueries,
  ...historyQueries,
  ...searchQueries,
  ...analysisQueries,
  ...reportQueries,
} satisfies QueryHandlers<QueryName>;

export const commandHandlers = {
  ...projectCommands,
  ...settingsCommands,
  ...importCommands,
  ...documentCommands,
  ...transcriptCommands,
  ...participantCommands,
  ...tableCommands,
  ...pseudonymCommands,
  ...coderCommands,
  ...codebookCommands,
  ...versionCommands,
  ...setCommands,
  ...hypothesisCommands,
  ...codingCommands,
  ...memoCommands,
} satisfies CommandHandlers<CommandName>;

export const taskHandlers = {
  ...projectTasks,
  ...backupTasks,
  ...salvageTasks,
  ...settingsTasks,
  ...unsavedTasks,
  ...importTasks,
  ...tableTasks,
  ...coderTasks,
  ...historyTasks,
  ...pseudonymTasks,
  ...erasureTasks,
  ...searchTasks,
  ...autoCodingTasks,
  ...reportTasks,
} satisfies TaskHandlers<TaskName>;
