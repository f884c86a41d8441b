import { guardRuntime } from '../../src/runtime/guard.ts';

guardRuntime();
