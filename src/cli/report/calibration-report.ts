import { capitalised } from '../../experiment/story/words.js';
import { assumptions } from '../../model/scenario/assumptions.js';
import type { Scenario } from '../../model/scenario/schema.js';
import {
  recordChoiceEquation,
  recordLikelihoodEquation,
  recordRateEquation,
  recordSeverityEquation,
  type Block,
  type Figure,
  type Report,
  type Section,
} from '../../report/index.js';
import type { CalibrationManifest } from '../calibrate/calibration-manifest.js';
import type { CalibrationFile } from '../calibrate/calibration-schema.js';
import { counted, figure, percent } from '../number-text.js';
import { checkSentences } from './check-sentences.js';
import { figureBlock } from './figure-order.js';
import type { ResultTable } from './read-design-tables.js';
import { recordFacts, recordMethods, recordSection, warningBlocks } from './record-sections.js';
import { registerSection, restsOn } from './register-section.js';

interface About {
  readonly manifest: CalibrationManifest;
  readonly result: CalibrationFile;
  readonly figures: readonly Figure[];
  readonly tables: readonly ResultTable[];
}

const leading = 'prior-posterior';

/** The report of a fit to a record: what it told, what it did not, and how far the fit may be trusted. */
export function calibrationReport({ manifest, result, figures, tables }: About): Report {
  const { title, hash, seed, garrison, warnings, record, scenario } = manifest;
  const { chains, rHat, effectiveSize } = result.diagnostics;
  const drawn = figures.filter(({ name }) => name === leading).map(figureBlock);
  const leftOut = tables.find(({ file }) => file === 'left-out.csv');
  return {
    id: `calibration ${hash} ${seed}`,
    title,
    question: 'What does the record of attacks tell of those who attack, and what does it leave open?',
    answer: answerOf(result),
    first: [
      ...warningBlocks(warnings),
      ...numbersBlocks(result),
      {
        kind: 'facts',
        facts: [
          ...recordFacts(record),
          {
            term: 'Chains',
            value: `${figure(chains)}, R̂ ${rHat?.toFixed(3) ?? 'unknown'}, effective draws ${figureOf(effectiveSize)}`,
          },
          { term: 'Ways of ordering a day', value: figure(result.imputations) },
          { term: 'Seed', value: String(seed) },
          { term: 'Fit', value: hash.slice(0, 8) },
        ],
      },
    ],
    sections: [
      ...(drawn.length === 0 ? [] : [{ id: 'numbers', title: 'Before and after, number by number', blocks: drawn }]),
      openSection(result),
      ...checksSection(result, figures),
      recordSection(record, leftOut),
      beliefsSection(result, scenario),
      registerSection(scenario),
      recordMethods({
        how: 'Rates, branching and lags are fitted as a process that excites itself; the choice of targets and severity are fitted apart, as nothing in the likelihood links them. All numbers of one fit are drawn together: in a run each replication takes one row of the table of draws, so that what is not known goes into every result.',
        equations: [
          recordRateEquation,
          recordLikelihoodEquation,
          recordChoiceEquation,
          ...(result.severity ? [recordSeverityEquation] : []),
        ],
        record,
      }),
      { id: 'limits', title: 'Limits: what not to read out of it', blocks: [{ kind: 'list', items: limits }] },
    ],
    origin: `garrison ${garrison} · calibrate ${hash.slice(0, 8)} · seed ${seed} · ${counted(record.attacks, 'attack')}. Model output, not observation.`,
  };
}

/** How much was learnt in a sentence, then of what, and whether attacks were seen to provoke attacks. */
function answerOf(result: CalibrationFile): string {
  const told = toldNumbers(result);
  const by = (learnt: FileNumber['learnt']): number => told.filter((number) => number.learnt === learnt).length;
  const [much, some, hardly] = [by('much'), by('some'), by('hardly anything')];
  const shown = result.evidence.some(({ test }) => (test.pValue ?? 1) < 0.05);
  const excites = `By itself it ${shown ? 'shows' : 'does not show'} that attacks provoke attacks.`;
  const head = `Of ${counted(much + some + hardly, 'number')} about those who attack, the record tells much of ${much}, something of ${some} and of ${hardly} hardly anything.`;
  return [head, ...(result.evidence.length > 0 ? [excites] : []), result.answer].join(' ');
}

type FileNumber = CalibrationFile['tables'][number]['numbers'][number];

/** Without the pull of single bases: some tens of attacks rank no site. */
function toldNumbers({ tables }: CalibrationFile): FileNumber[] {
  return tables.flatMap(({ numbers }) => numbers.filter(({ path = '' }) => !path.includes('.baseWeights.')));
}

function numbersBlocks(result: CalibrationFile): Block[] {
  const spread = (belief: FileNumber['after'] | undefined): string[] =>
    belief ? [figureOf(belief.median), `${figureOf(belief.q10)} to ${figureOf(belief.q90)}`] : ['', ''];
  return [
    {
      kind: 'table',
      table: {
        caption: 'The numbers before and after the record: medians, with the middle 80 %',
        head: ['what', 'before', '80 %', 'after', '80 %', 'the record told'],
        rows: toldNumbers(result).map(({ words, before, after, learnt }) => [
          capitalised(words),
          ...spread(before),
          ...spread(after),
          learnt ?? 'follows from the others',
        ]),
        numeric: [1, 2, 3, 4],
      },
    },
    {
      kind: 'text',
      text: '“Much” means that the record at least halved the spread of the belief, or moved it off more than half of where it lay; “hardly anything” that it did neither by a fifth. The pull of each base beyond its size is fitted too and goes into runs; it stands in calibration.json and in no table here, since so few attacks rank no site.',
    },
  ];
}

/** What stays as it was believed, and whether attacks provoke attacks at all. */
function openSection(result: CalibrationFile): Section {
  const open = toldNumbers(result).filter(({ learnt }) => learnt === 'hardly anything');
  const blocks: Block[] = [];
  if (open.length > 0)
    blocks.push(
      {
        kind: 'text',
        text: 'These numbers are, after the record, about what was believed before it. A result that hangs on them hangs on that belief.',
      },
      {
        kind: 'list',
        items: open.map(({ words, priorInWords = 'no law of its own' }) => `${capitalised(words)}: ${priorInWords}.`),
      },
    );
  if (result.excitation !== '') blocks.push({ kind: 'text', text: result.excitation });
  return { id: 'open', title: 'What the record cannot tell', blocks };
}

function checksSection(result: CalibrationFile, figures: readonly Figure[]): Section[] {
  const { checks } = result;
  const drawn = figures.filter(({ name }) => name !== leading);
  const title = 'Could the fitted process have left this record?';
  const text = checks && ({ id: 'checks', title, blocks: [{ kind: 'list', items: checkSentences(checks) }] } as const);
  const figured = { id: 'figures', title: 'The record and the fit', blocks: drawn.map(figureBlock) };
  return [...(text ? [text] : []), ...(drawn.length > 0 ? [figured] : [])];
}

/** Each belief before the record, and what that rests on. */
function beliefsSection(result: CalibrationFile, scenario: Scenario): Section {
  const register = new Map(assumptions(scenario).map((line) => [line.path, line]));
  const rows = toldNumbers(result).flatMap(({ path = '', words, priorInWords }) => {
    if (priorInWords === undefined) return [];
    const line = register.get(path);
    const rests =
      line?.value === priorInWords ? `the scenario: ${restsOn(line)}` : 'garrison’s own wide law (docs/calibration.md)';
    return [[capitalised(words), priorInWords, rests]];
  });
  return {
    id: 'beliefs',
    title: 'What was believed before, and what that rests on',
    blocks: [
      {
        kind: 'text',
        text: 'The fewer attacks, the more of these beliefs is left in the result. Where the scenario gives a smooth law it is taken; the rate has a wide law of its own, since what scenarios say of it mostly comes from counts of the same attacks.',
      },
      {
        kind: 'table',
        table: { caption: 'Beliefs before the record', head: ['what', 'belief', 'rests on'], rows, numeric: [] },
      },
    ],
  };
}

function figureOf(value: number | null): string {
  return value === null ? 'no bound' : figure(value);
}

const limits: readonly string[] = [
  'No cause: a pandemic, talks, a truce, strikes and departures can fall into the same months, and a fit to dates alone cannot part them.',
  'No excitation from some tens of attacks: a rate that changes slowly looks the same. Ask again with --period.',
  'No ranking of sites: the pull of a base is what was, shrunk towards all others; it is no forecast for a site.',
  'No test on the days that were fitted. Hold the model against later days; garrison backtest does that month by month.',
  `A record has what somebody wrote down: attacks that nobody reported are in none of these numbers, and intervals of ${percent(0.8)} hold only if the process has this form.`,
];
