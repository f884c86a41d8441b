#!/usr/bin/env node
// What `npm start` runs where there is no Electron. The guard goes first: what is imported needs a runtime that is new
// enough.
import { guardRuntime } from '../runtime/guard.ts';
import { keepFilesPrivate } from './private-files.ts';

guardRuntime();
keepFilesPrivate();
const { runShell } = await import('./run-shell.ts');
process.exitCode = await runShell(process.argv.slice(2));
