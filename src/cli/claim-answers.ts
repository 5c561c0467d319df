import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { percent } from './number-text.js';

// `npm run answers`, for those who work on garrison: runs every scenario that has claims and writes into
// scenarios/README.md how often each claim holds and what that rests on. Not part of the program that users run.

interface Third {
  readonly from: number;
  readonly to: number;
  readonly probability: { readonly value: number };
}

interface Rest {
  readonly path: string;
  readonly lower: Third;
  readonly upper: Third;
}

interface Claim {
  readonly name: string;
  readonly document?: string;
  readonly words: string;
  readonly ties: number;
  readonly probability: { readonly value: number; readonly low: number; readonly high: number; readonly n: number };
  readonly restsOn: readonly Rest[];
  readonly wouldFlip?: Rest;
}

const replications = 1000;
const seed = 1;
const root = fileURLToPath(new URL('../../', import.meta.url));
const page = join(root, 'scenarios/README.md');
const begin = '<!-- answers: npm run answers -->';
const end = '<!-- end of answers -->';

const rows: string[] = [
  '| scenario | document | claim | holds in | rests on | would flip with |',
  '| --- | --- | --- | --- | --- | --- |',
];
const out = mkdtempSync(join(tmpdir(), 'garrison-answers-'));
try {
  for (const file of scenarioFiles()) {
    for (const claim of claimsOf(file)) rows.push(rowOf(file, claim));
    process.stdout.write(`${file}\n`);
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
const text = readFileSync(page, 'utf8');
const [before, rest] = split(text, begin);
const [, after] = split(rest, end);
const caption = `Each scenario with ${replications.toLocaleString('en')} replications and seed ${seed}; in brackets the 95 % interval. Chance and ignorance together.`;
writeFileSync(page, `${before}${begin}\n\n${caption}\n\n${rows.join('\n')}\n\n${end}${after}`);

function scenarioFiles(): string[] {
  return readdirSync(join(root, 'scenarios'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^(parts|studies)/.test(file))
    .sort();
}

function claimsOf(file: string): readonly Claim[] {
  const main = join(root, 'dist/cli/main.js');
  const words = ['run', join(root, 'scenarios', file), '-n', String(replications), '--seed', String(seed)];
  const ran = spawnSync(process.execPath, [main, ...words, '--json', '--quiet', '--no-figures', '--out', out], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (ran.status !== 0) throw new Error(`${file} must run, but ended with ${ran.status}: ${ran.stderr}`);
  const card: { readonly claims?: readonly Claim[] } = JSON.parse(ran.stdout);
  return card.claims ?? [];
}

function rowOf(file: string, claim: Claim): string {
  const { probability, ties, restsOn, wouldFlip } = claim;
  const { value, low, high, n } = probability;
  const tied = ties > 0 ? `; equal in ${percent(ties / n)}` : '';
  const holds = n === 0 ? 'no answer' : `${chance(value)} (${chance(low)} to ${chance(high)})${tied}`;
  const rests = restsOn.length === 0 ? 'no single number' : restsOn.slice(0, 2).map(restWords).join('; ');
  const flips = wouldFlip ? `\`${wouldFlip.path}\`` : 'no single number';
  const cells = [`\`${file}\``, claim.document ?? '', claim.name, holds, rests, flips];
  return `| ${cells.join(' | ')} |`;
}

function restWords({ path, lower, upper }: Rest): string {
  return `\`${path}\`: ${chance(lower.probability.value)} in its lower third, ${chance(upper.probability.value)} in its upper`;
}

/** Nearly none and nearly all are not rounded to none and all. */
function chance(probability: number): string {
  if (probability > 0 && probability < 0.01) return '<1 %';
  return probability > 0.99 && probability < 1 ? '>99 %' : percent(probability);
}

function split(whole: string, mark: string): readonly [string, string] {
  const at = whole.indexOf(mark);
  if (at < 0) throw new Error(`scenarios/README.md must hold the line ${mark}`);
  return [whole.slice(0, at), whole.slice(at + mark.length)];
}
