import { describeLaw } from '../../random/laws/law.js';
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

/** Whether attacks provoke attacks at all, by the record alone. */
export function excitationSentence({ evidence, process }: Calibration): string {
  if (!evidence) return '';
  const { test, profile } = evidence;
  const { low, high, openAbove } = profile.branching;
  const shown = test.pValue < 0.05 ? 'The record alone shows it' : 'The record alone does not show it';
  const beside = process.strikes.length > 0 ? ', strikes left aside' : '';
  const range = openAbove ? `from ${figure(low)} up without bound` : `${figure(low)} to ${figure(high)}`;
  const better = test.hawkes.bic < test.poisson.bic ? 'a process that excites itself' : 'a Poisson process';
  const pieces = counted(process.pieceStarts.length, 'rate');
  return `Do attacks provoke attacks at all? ${shown} (p ${figure(test.pValue)} against none${beside}; without a prior branching is ${range}, 90 % by profile; with ${pieces} by period ${better} is worth more by BIC, ${figure(test.poisson.bic)} for Poisson and ${figure(test.hawkes.bic)} with excitation). Slow change looks like excitation: --period lets the rate change.`;
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
