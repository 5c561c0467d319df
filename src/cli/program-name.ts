import type { Terminal } from './terminal.js';

/** How a user calls the program again: through npx where it was called so, or from a project's own node_modules. */
export function programName({ env, program = '' }: Pick<Terminal, 'env' | 'program'>): string {
  const throughNpm = env['npm_command'] === 'exec' || env['npm_command'] === 'run-script';
  return throughNpm || /[/\\]node_modules[/\\]\.bin[/\\]/.test(program) ? 'npx garrison' : 'garrison';
}
