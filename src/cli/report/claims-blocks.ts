import { capitalised } from '../../experiment/story/words.js';
import type { ClaimResult } from '../../experiment/claims.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { Block, Table } from '../../report/index.js';
import { figure } from '../number-text.js';
import { shareWords, thirdsWords } from './path-words.js';

/** How often each claim holds, in a line each: for the first screen. */
export function claimsTable(claims: readonly ClaimResult[]): Table {
  return {
    caption: 'Claims of the documents: in how many replications each holds',
    head: ['claim', 'holds in', '95 %'],
    rows: claims.map((claim) => [
      nameOf(claim),
      holdsIn(claim),
      claim.probability.n === 0 ? '' : `${shareWords(claim.probability.low)} to ${shareWords(claim.probability.high)}`,
    ]),
    numeric: [],
  };
}

/** Each claim with its text, its source, both sides, and what it rests on in words. */
export function claimsBlocks(claims: readonly ClaimResult[], scenario: Scenario): Block[] {
  return claims.flatMap((claim): Block[] => [
    { kind: 'heading', text: nameOf(claim) },
    { kind: 'text', text: `“${claim.says}” ${claim.source}` },
    { kind: 'text', text: outcomeText(claim) },
    { kind: 'list', items: restItems(claim, scenario) },
  ]);
}

function nameOf({ name, document }: ClaimResult): string {
  return capitalised(document === undefined ? name : `${name} (${document})`);
}

function holdsIn({ probability, word }: ClaimResult): string {
  const { value, n } = probability;
  if (n === 0) return 'no answer';
  if (value === 0 || value === 1) return `${value === 0 ? 'none' : 'all'} of ${figure(n)}`;
  return `${shareWords(value)}${word === '' ? '' : `, ${word}`}`;
}

function shareOf({ probability: { value, n } }: ClaimResult): string {
  if (value === 0 || value === 1) return `${value === 0 ? 'none' : 'all'} of ${figure(n)} replications`;
  return `${shareWords(value)} of replications`;
}

function outcomeText(claim: ClaimResult): string {
  const { probability, blanks, ties, left, right, difference, unit } = claim;
  const isRate = unit.endsWith('/ person-days');
  const number = (value: number): string => figure(isRate ? 1000 * value : value);
  const sure = Number.isNaN(difference.low) ? 'no interval' : `${number(difference.low)} to ${number(difference.high)}`;
  const sentences = [
    probability.n === 0
      ? 'No replication gives an answer.'
      : `It holds in ${shareOf(claim)}${claim.word === '' ? '' : `, ${claim.word}`} (95 % interval ${shareWords(probability.low)} to ${shareWords(probability.high)}).`,
    `On average ${number(left.value)} against ${number(right.value)}${isRate ? ' per 1,000 person-days' : ''}, difference ${number(difference.value)} (${sure}).`,
    blanks > 0 ? `${figure(blanks)} replications give no answer and are left out.` : '',
    ties > 0 ? `Both sides are equal in ${figure(ties)} of ${figure(probability.n)}.` : '',
    `Computed as: ${claim.words}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function restItems(
  { restsOn, wouldFlip, numbersTested, note, probability }: ClaimResult,
  scenario: Scenario,
): string[] {
  const items = note === undefined ? [] : [`Note: ${note}`];
  if (probability.n === 0) return items;
  if (restsOn.length === 0 && numbersTested > 0)
    items.push(
      `It rests on none of the ${numbersTested} uncertain numbers by itself, as far as these replications tell.`,
    );
  const rests = restsOn.map((row) => thirdsWords(row, scenario));
  if (rests.length === 1) items.push(`It rests on 1 of ${numbersTested} uncertain numbers. ${rests[0] ?? ''}`);
  if (rests.length > 1) items.push(`It rests on ${rests.length} of ${numbersTested} uncertain numbers:`, ...rests);
  if (wouldFlip) items.push(`It would turn with ${thirdsWords(wouldFlip, scenario)}`);
  return items;
}
