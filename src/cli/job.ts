import type { Terminal } from './terminal.js';

/** What a command does once its arguments are read; returns the exit code, throws a UserFault for a user's fault. */
export type Job = (terminal: Terminal) => Promise<number>;

/** How a command hands over its job; `json` says that stdout carries only JSON. */
export type Choose = (job: Job, json?: boolean) => void;
