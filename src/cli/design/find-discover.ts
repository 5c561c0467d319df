import { discover as discoverIn, type Restriction } from '../../experiment/design/discover.js';
import { statePoints } from '../../experiment/design/states.js';
import { primCaption, primRows } from '../../experiment/tables/prim-trade-off.js';
import { designFigures } from '../../figures/index.js';
import { UserFault } from '../../model/scenario/fault.js';
import { drawFigure } from '../figure-set.js';
import { counted, figure, percent } from '../number-text.js';
import { textTable } from '../text-table.js';
import { aboutOf, designStream, lawValues, signed } from './design-words.js';
import type { Asked, DesignFinding } from './finding.js';
import { readWhen } from './read-when.js';

/** Fewer replications give no such quantile. */
const leastForQuantile = 20;

interface Size {
  /** As given. */
  readonly when: string;
  readonly states: number;
  readonly inner: number;
}

/** In which box of the uncertain numbers something happens. */
export async function findDiscover(
  { when: whenText, states, inner }: Size,
  { question, evaluate, seed }: Asked,
): Promise<DesignFinding> {
  const when = readWhen(whenText)!;
  if (when.quantile !== undefined && inner < leastForQuantile)
    throw new UserFault([
      {
        path: '--when',
        value: whenText,
        rule: `must be a mean unless every state has at least ${leastForQuantile} replications`,
        hint: '--inner 50 gives each state 50',
      },
    ]);
  const paths = question.inputs.flatMap((input) => input.paths);
  const points = statePoints({ paths, states, inner }, designStream(seed, 'hypercube'));
  const done = await evaluate({ points, outcomes: [when.outcome], space: 'quantile', label: 'discover' });
  const found = discoverIn(done, {
    condition: when,
    valueOf: lawValues(question),
    draw: designStream(seed, 'resample'),
  });
  const how = `${counted(states, 'state')} over ${counted(paths.length, 'number')}, ${counted(inner, 'replication')} of each`;
  const about = aboutOf(question, { how, seed });
  const of =
    when.quantile === undefined ? (inner > 1 ? 'mean ' : '') : `${Math.round(100 * when.quantile)} % quantile of `;
  const relation = { '>': 'above', '>=': 'at least', '<': 'below', '<=': 'at most' }[when.relation];
  const whenWords = `${of}${about.answer}${question.members.length > 1 ? ',' : ''} is ${relation} ${signed(when.threshold)}`;
  const { box, restrictions, cases, overall } = found;
  const words = `Where ${restrictions.map((each) => restrictionWords(each, about.nameOf)).join(' and ')}`;
  const answer =
    cases === 0 || cases === found.states
      ? `${whenWords} in ${cases === 0 ? 'none' : 'all'} of ${counted(found.states, 'state')}: there is no box to look for.`
      : restrictions.length === 0
        ? `${whenWords} in ${percent(overall.value)} of the states, and no number tells where.`
        : `${words}, ${whenWords} in ${percent(box.density)} of the states (${percent(found.density.low)} to ${percent(found.density.high)}), against ${percent(overall.value)} overall; ${percent(box.coverage)} of all such states lie there.`;
  const sentence = answer.charAt(0).toUpperCase() + answer.slice(1);
  const range = ([low, high]: readonly [number, number]): string =>
    Number.isNaN(low) ? 'not settled' : `${signed(low)} to ${signed(high)}`;
  return {
    answer: sentence,
    blocks:
      restrictions.length === 0
        ? []
        : [
            textTable([
              ['', 'limits', 'in resamples', 'quasi-p', 'found again'],
              ...restrictions.map((each) => [
                about.nameOf(each.path),
                limitsText(each),
                Number.isFinite(each.low) ? range(each.lowRange) : range(each.highRange),
                each.quasiP < 0.001 ? '<0.001' : figure(each.quasiP),
                percent(each.resampled),
              ]),
            ]),
            '  The box was searched for in these states: its density flatters it a little, and quasi-p is no test. A state is one draw of\n  all the numbers. Limits in resamples: the central 95 % over 40 bootstraps; found again: share of them that restrict the number.',
          ],
    warnings:
      cases > 0 && cases < 30
        ? [`Only ${cases} states are such: too few to tell where. Raise -n, or ask for less.`]
        : [],
    tables: [
      {
        file: 'box.csv',
        header: ['number', 'low', 'high', 'low.from', 'low.to', 'high.from', 'high.to', 'quasiP', 'foundAgain'],
        rows: restrictions.map(({ path, low, high, lowRange, highRange, quasiP, resampled }) => [
          path,
          finite(low),
          finite(high),
          ...lowRange,
          ...highRange,
          quasiP,
          resampled,
        ]),
      },
      {
        file: 'trajectory.csv',
        header: ['box', 'coverage', 'density', 'mass', 'restricted'],
        rows: found.trajectory.map(({ coverage, density, mass, restricted }, i) => [
          i,
          coverage,
          density,
          mass,
          restricted.map((column) => paths[column]!).join(' '),
        ]),
      },
    ],
    object: { when: whenText, states: found.states, cases, overall, box, density: found.density, restrictions },
    draw: (page) =>
      found.trajectory.length < 2
        ? []
        : [
            drawFigure(designFigures.prim, {
              rows: primRows(found),
              caption: primCaption(found, { ...about, when: whenWords, words: sentence }),
              page,
            }),
          ],
  };
}

function restrictionWords(each: Restriction, nameOf: (path: string) => string): string {
  const { low, high, path } = each;
  const limits =
    Number.isFinite(low) && Number.isFinite(high)
      ? `from ${signed(low)} to ${signed(high)}`
      : Number.isFinite(low)
        ? `above ${signed(low)}`
        : `below ${signed(high)}`;
  return `${nameOf(path)} is ${limits}`;
}

function limitsText({ low, high }: Restriction): string {
  if (Number.isFinite(low) && Number.isFinite(high)) return `${signed(low)} to ${signed(high)}`;
  return Number.isFinite(low) ? `above ${signed(low)}` : `below ${signed(high)}`;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
