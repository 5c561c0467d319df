import type { ClaimResult } from '../experiment/claims.js';
import type { ThirdsRow } from '../experiment/thirds.js';
import type { Estimate } from '../stats/index.js';
import { csvLine } from './csv-text.js';
import { figure, percent } from './number-text.js';

/** More than so many numbers that a claim rests on are counted, not listed; files have them all. */
const mostListed = 3;

interface Colours {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The claims on the card: how often each holds, and what that rests on. Empty without claims. */
export function claimsText(claims: readonly ClaimResult[], { bold, dim }: Colours): string {
  if (claims.length === 0) return '';
  const blocks = claims.flatMap((claim) => [
    `  ${marked(claim)}: ${chanceOf(claim)}`,
    ...details(claim).map((line) => dim(`    ${line}`)),
  ]);
  return [`${bold('Claims')}: in how many replications each holds, chance and ignorance together`, ...blocks].join(
    '\n',
  );
}

function marked({ name, document }: ClaimResult): string {
  return document === undefined ? name : `${name} (${document})`;
}

function chanceOf({ probability, answered, word }: ClaimResult): string {
  const { value, low, high } = probability;
  if (answered === 0) return 'not estimable: no replication gives an answer';
  const interval = `(${chance(low)} to ${chance(high)})`;
  if (value === 0) return `in none of ${figure(answered)} ${interval}`;
  if (value === 1) return `in all ${figure(answered)} ${interval}`;
  return `${chance(value)} ${interval}${word === '' ? '' : `, ${word}`}`;
}

/** Nearly none and nearly all are not rounded to none and all. */
function chance(probability: number): string {
  if (probability > 0 && probability < 0.01) return '<1 %';
  return probability > 0.99 && probability < 1 ? '>99 %' : percent(probability);
}

function details(claim: ClaimResult): string[] {
  const { answered, apart, blanks, ties, restsOn, numbersTested, wouldFlip, note } = claim;
  const lines = [`${claim.words}: ${sidesOf(claim)}`];
  const all = figure(apart + blanks + answered);
  if (blanks > 0) lines.push(`${figure(blanks)} of ${all} replications give no answer and are left out`);
  if (apart > 0)
    lines.push(`${figure(apart)} of ${all} are left out: attacks would run away in one scenario and not in the other`);
  if (ties > 0) lines.push(`both sides are equal in ${figure(ties)} of ${figure(answered)} replications`);
  // What the author of the claim wants read beside it, such as what the record says of it.
  if (note !== undefined) lines.push(`note: ${note}`);
  if (answered === 0) return lines;
  if (restsOn.length === 0 && numbersTested > 0)
    lines.push(`rests on none of the ${numbersTested} uncertain numbers by itself, as far as these replications tell`);
  lines.push(...restsOn.slice(0, mostListed).map((row) => `rests on ${thirdsWords(row)}`));
  if (restsOn.length > mostListed) lines.push(`and on ${restsOn.length - mostListed} more, see claims.csv`);
  if (wouldFlip) lines.push(`would flip with ${wouldFlip.path}`);
  return lines;
}

/** Both sides and their difference, rates by person-days per 1,000. */
function sidesOf({ left, right, difference, unit }: ClaimResult): string {
  const isRate = unit.endsWith('/ person-days');
  const number = (value: number): string => figure(isRate ? 1000 * value : value);
  const per = isRate ? ' per 1,000 person-days' : '';
  const interval = ({ low, high }: Estimate): string =>
    Number.isNaN(low) ? 'no interval' : `${number(low)} to ${number(high)}`;
  return `${number(left.value)} against ${number(right.value)}${per} on average, difference ${number(difference.value)} (${interval(difference)})`;
}

function thirdsWords({ path, lower, upper }: ThirdsRow): string {
  const range = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    from === to ? figure(from) : `${figure(from)} to ${figure(to)}`;
  return (
    `${path}: holds in ${chance(lower.probability.value)} of replications in its lower third (${range(lower)}), ` +
    `in ${chance(upper.probability.value)} in the upper (${range(upper)})`
  );
}

const claimColumns = [
  'name',
  'document',
  'says',
  'source',
  'comparison',
  'unit',
  'probability',
  'low',
  'high',
  'level',
  'n',
  'method',
  'word',
  'answered',
  'blanks',
  'apart',
  'ties',
  'left',
  'right',
  'difference',
  'differenceLow',
  'differenceHigh',
  'correlation',
  'numbersTested',
  'restsOn',
  'wouldFlip',
  'note',
];

/** `claims.csv`: one row a claim. */
export function claimLines(claims: readonly ClaimResult[]): string[] {
  return [
    csvLine(claimColumns),
    ...claims.map((claim) => {
      const { probability, difference } = claim;
      return csvLine([
        claim.name,
        claim.document,
        claim.says,
        claim.source,
        claim.words,
        claim.unit,
        probability.value,
        probability.low,
        probability.high,
        probability.level,
        probability.n,
        probability.method,
        claim.word,
        claim.answered,
        claim.blanks,
        claim.apart,
        claim.ties,
        claim.left.value,
        claim.right.value,
        difference.value,
        difference.low,
        difference.high,
        claim.correlation,
        claim.numbersTested,
        claim.restsOn.map(thirdsWords).join('; '),
        claim.wouldFlip?.path,
        claim.note,
      ]);
    }),
  ];
}
