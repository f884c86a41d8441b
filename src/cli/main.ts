#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardRuntime } from '../runtime/guard.ts';
import { keepFilesPrivate } from '../host/private-files.ts';

guardRuntime();
keepFilesPrivate();
// Whoever reads our output may stop reading: `documents FILE | head`. What was asked is done, there is nobody to tell.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

const { resourcesDir } = await import('../host/paths.ts');
const { runProgram } = await import('./program.ts');

const manifest: unknown = JSON.parse(readFileSync(join(resourcesDir(), 'package.json'), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0';

process.exitCode = await runProgram(process.argv.slice(2), version);
