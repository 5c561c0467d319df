import { describeLaw } from '../../random/laws/law.js';
import type { ProfileInterval } from '../../calibration/hawkes/excitation-profile.js';
import type { FittedNumber } from '../../calibration/fit/fitted-number.js';
import type { BeliefSummary } from '../../calibration/posterior/fitted-parameter.js';
import { formatNames } from '../../calibration/record/record-format.js';
import { longDate } from '../../model/scenario/iso-date.js';
import { counted, duration, figure } from '../number-text.js';
import { countsByReason } from '../record/counts-by-reason.js';
import { placedText } from '../result-card.js';
import { coloursOf, type Terminal } from '../terminal.js';
import { textTable } from '../text-table.js';
import { wrapWords } from '../wrap-words.js';
import type { Calibration } from './calibration.js';
import type { PlacedCalibration } from './place-calibration.js';

export interface ToldCalibration {
  readonly calibration: Calibration;
  readonly placed: PlacedCalibration;
  /** The folder as it is shown. */
  readonly path: string;
  readonly seconds: number;
}

/** What the terminal shows of a fit: what the record told, prior beside posterior, and what it left open. */
export function calibrationCard({ calibration, placed, path, seconds }: ToldCalibration, terminal: Terminal): string {
  const { bold, dim, yellow } = coloursOf(terminal.stdout, terminal.env);
  const { options, hash, warnings } = calibration;
  const blocks = [
    bold(wrapped(calibrationAnswer(calibration))),
    wrapped(recordSentence(calibration)),
    numbersTable(calibration),
    wrapped(gatesSentence(calibration)),
    wrapped(excitationSentence(calibration)),
    wrapped(cannotTell(calibration)),
    warnings.map((warning) => wrapped(`${yellow('warning')}: ${warning}`)).join('\n'),
    [
      dim(`seed ${options.seed} · ${hash.slice(0, 8)} · ${duration(seconds)}`),
      `Results: ${path}${placedText(placed)}`,
      'Use it: spread parameters.ts into a scenario (docs/calibration.md), or run scenario.json as it is',
      `Read on: ${placed.report ? 'report.html, ' : ''}calibration.json, left-out.csv, draws-*.csv${placed.figures ? ', figures/' : ''}`,
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** As wide as the cards of other commands. */
function wrapped(text: string): string {
  return wrapWords(text, 110).join('\n');
}

/** What the record told and what it did not, in a sentence. */
export function calibrationAnswer({ tables, record }: Calibration): string {
  const { attacks, days, from, to } = record.record;
  const told = toldNumbers(tables).filter(({ learnt }) => learnt !== undefined);
  const by = (learnt: string): string[] => told.filter((number) => number.learnt === learnt).map(({ words }) => words);
  const parts = [
    ...phrase('much of', by('much')),
    ...phrase('something of', by('some')),
    ...phrase('hardly anything of', by('hardly anything')),
  ];
  return `${counted(attacks.length, 'attack')} in ${counted(days, 'day')}, ${longDate(from)} to ${longDate(to)}, ${attacks.length === 1 ? 'tells' : 'tell'} ${parts.join('; ')}.`;
}

function phrase(how: string, words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`${how} ${words.join(', ')}`];
}

function recordSentence({ record, options }: Calibration): string {
  const { format, rows, record: read } = record;
  const reasons = [...countsByReason(read.leftOut)].map(([reason, count]) => `${reason} ${count}`).join(', ');
  const out = reasons === '' ? '' : ` Rows left out: ${reasons}.`;
  return `${options.record} (${formatNames[format]} form, ${counted(rows, 'row')}).${out} What is counted: ${read.countingRule}`;
}

/** Regimes of the scenario that the fit took account of; those that it could not stand among the warnings. */
function gatesSentence({ process: { gates } }: Calibration): string {
  if (gates.length === 0) return '';
  const each = gates.map(
    ({ name, from, to, attacks, gate }) =>
      `${name}, ${longDate(from)} to ${longDate(to)} (${counted(attacks, 'attack')}): rates times ${typeof gate === 'number' ? figure(gate) : 'a gate that is fitted'}`,
  );
  return `Regimes of the scenario within the record: ${each.join('; ')}. Rates are those with an open gate.`;
}

/** Whether attacks provoke attacks at all, by the record alone. */
export function excitationSentence({ evidence, process }: Calibration): string {
  if (evidence.length === 0) return '';
  const beside = besideWords(process);
  const each = evidence.map(({ actor, test, profile }) => {
    const whose = evidence.length > 1 ? `Of ${actor} the record` : 'The record';
    const shown = test.pValue < 0.05 ? `${whose} alone shows it` : `${whose} alone does not show it`;
    const better = test.hawkes.bic < test.poisson.bic ? 'with' : 'without';
    const { fatalBoost } = profile;
    const boost = fatalBoost ? `; ${boundsText('the extra weight of an attack that killed', fatalBoost)}` : '';
    return `${shown} (p ${figure(test.pValue)} against none; without a prior ${boundsText('branching', profile.branching)}, 90 % by profile${boost}; by BIC the process ${better} it is worth more, ${figure(test.poisson.bic)} without and ${figure(test.hawkes.bic)} with).`;
  });
  return `Do attacks provoke attacks at all? ${each.join(' ')} ${beside}Slow change looks like excitation: --period lets the rate change.`;
}

/** What else may move the rate in the test and the profile, fitted on both sides. */
function besideWords({ strikes, actors, pieceStarts, gates }: Calibration['process']): string {
  const beside = [
    ...(pieceStarts.length > 1 ? [`${pieceStarts.length} rates by period`] : []),
    ...(strikes.length > 0 ? ['what strikes provoke'] : []),
    ...(actors.length > 1 ? ['what other groups provoke'] : []),
  ];
  const fitted = beside.length > 0 ? `${beside.join(', ')} ${beside.length > 1 ? 'are' : 'is'} fitted beside it. ` : '';
  const gated = gates.length > 0 ? 'The regimes are taken as gates. ' : '';
  return `${fitted.charAt(0).toUpperCase()}${fitted.slice(1)}${gated}`;
}

function boundsText(what: string, { low, high, openBelow, openAbove }: ProfileInterval): string {
  if (openAbove && (openBelow || low === 0)) return `${what} has no bound`;
  return openAbove ? `${what} is from ${figure(low)} up without bound` : `${what} is ${figure(low)} to ${figure(high)}`;
}

/** Without single bases: what pulls attacks to a site is no forecast for it, and some tens of attacks rank nothing. */
function toldNumbers(tables: Calibration['tables']): FittedNumber[] {
  return tables.flatMap(({ table }) => table.numbers.filter(({ path = '' }) => !path.includes('.baseWeights.')));
}

function numbersTable({ tables }: Calibration): string {
  const rows = toldNumbers(tables).map(numberRow);
  return textTable([['', 'before', '80 %', 'after', '80 %', 'the record told'], ...rows], [1, 3]);
}

function numberRow({ words, before, after, learnt }: FittedNumber): string[] {
  return [words, ...summary(before), ...summary(after), learnt ?? 'follows from the others'];
}

function summary(belief: BeliefSummary | undefined): [string, string] {
  if (!belief) return ['', ''];
  return [figure(belief.median), `${figure(belief.q10)} to ${figure(belief.q90)}`];
}

/** What stays as it was believed. */
export function cannotTell({ tables }: Calibration): string {
  const open = toldNumbers(tables).filter(({ learnt }) => learnt === 'hardly anything');
  const [first] = open;
  if (!first?.prior) return '';
  const named = open.map(({ words, prior }) => `${words} (${prior ? describeLaw(prior) : ''})`).join('; ');
  return `What the record cannot tell stays as it was believed before: ${named}.`;
}
