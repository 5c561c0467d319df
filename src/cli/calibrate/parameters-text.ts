import type { ScenarioPatch } from '../../calibration/fit/scenario-patch.js';

/** The fitted numbers as a TypeScript file that a scenario imports and spreads. */
export function parametersText(
  patch: ScenarioPatch,
  about: { readonly source: string; readonly command: string },
): string {
  return `// ${about.source}.
// Posterior draws: in each replication all numbers of one table take the same row. Made by
//   ${about.command}

export const fitted = ${dataText(patch)};
`;
}

/** JSON with lists of numbers on one line and bare keys where they are names. */
function dataText(value: unknown, depth = 0): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = '  '.repeat(depth + 1);
  const lines = Object.entries(value).map(
    ([key, field]) =>
      `${inner}${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${dataText(field, depth + 1)},\n`,
  );
  return `{\n${lines.join('')}${'  '.repeat(depth)}}`;
}
