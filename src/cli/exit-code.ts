/** How a command ended, as a shell sees it. */
export const exitCode = { done: 0, userFault: 1, usage: 2, replicationsFailed: 3, interrupted: 130 } as const;
