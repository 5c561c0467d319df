import { assumptions, type Assumption } from '../../model/scenario/assumptions.js';
import { longDate } from '../../model/scenario/iso-date.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { Block, Section } from '../../report/index.js';
import { capitalised } from '../../experiment/story/words.js';
import { counted } from '../number-text.js';
import { pathWords } from './path-words.js';

/** Units that say no more beside a number than the number does. */
const pureNumbers = ['ratio', 'log ratio', 'share', 'probability', 'exponent', 'shape', 'index'];
const byDefault = 'default of garrison';

/** Everything a scenario rests on, with its source; what has none says "assumed". */
export function registerSection(scenario: Scenario, whose = ''): Section {
  const register = assumptions(scenario);
  const sourced = register.filter(({ status }) => status === 'sourced');
  const assumed = register.filter(({ status, note }) => status === 'assumed' && note !== byDefault);
  const defaults = register.filter(({ status, note }) => status === 'assumed' && note === byDefault);
  const fold = (title: string, rows: readonly Assumption[]): Block[] =>
    rows.length === 0
      ? []
      : [{ kind: 'fold', title: `${title} (${rows.length})`, blocks: [tableOf(title, rows, scenario)] }];
  return {
    id: 'assumptions',
    title: 'What it assumes, and where that comes from',
    blocks: [
      {
        kind: 'text',
        text: `${capitalised(`${whose}${counted(register.length, 'line')}`)}: ${sourced.length} have a source, ${assumed.length + defaults.length} are assumed, of which ${defaults.length} are defaults of garrison that the scenario leaves as they are.`,
      },
      ...fold('With a source', sourced),
      ...fold('Assumed by the scenario', assumed),
      ...fold('Assumed: defaults of garrison', defaults),
    ],
  };
}

function tableOf(caption: string, rows: readonly Assumption[], scenario: Scenario): Block {
  return {
    kind: 'table',
    table: {
      caption,
      head: ['what', 'value', 'rests on'],
      rows: rows.map((row) => [capitalised(wordsOf(row, scenario)), valueOf(row), restsOn(row)]),
      numeric: [],
    },
  };
}

function wordsOf({ path }: Assumption, scenario: Scenario): string {
  const [, list = '', index] = /^(plan|regimes|branches|regimeChains|rules|strikes\.events)\[(\d+)\]$/.exec(path) ?? [];
  if (index !== undefined) return listWords[list] ?? list;
  const base = /^bases\.([^.]+)$/.exec(path)?.[1];
  return base === undefined ? pathWords(path, scenario) : `place of ${scenario.bases[base]?.name ?? base}`;
}

const listWords: Readonly<Record<string, string>> = {
  plan: 'order of the plan',
  regimes: 'regime',
  branches: 'branch point',
  regimeChains: 'chain of regimes',
  rules: 'rule',
  'strikes.events': 'strike',
};

function valueOf({ value, unit }: Assumption): string {
  const dated = value.replace(/\b\d{4}-\d\d-\d\d\b/g, longDate);
  return unit === undefined || pureNumbers.includes(unit) ? dated : `${dated} ${unit}`;
}

/** The source of a line, or that it is assumed. */
export function restsOn({ status, source, note }: Assumption): string {
  const rests = source ?? 'assumed';
  if (note === undefined) return rests;
  return note.startsWith(status) ? note : `${rests}; ${note}`;
}
