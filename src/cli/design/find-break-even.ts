import {
  mapCells,
  sideOf,
  type CornerKey,
  type MapCell,
  type MapShape,
  type Side,
} from '../../experiment/design/break-even-map.js';
import { crossings, nextValues, type Crossing, type DifferenceAt } from '../../experiment/design/break-even.js';
import { evenly } from '../../experiment/design/grid.js';
import { sweepPoints, sweepRows } from '../../experiment/design/sweep.js';
import { capital, type DesignAbout } from '../../experiment/tables/design-caption.js';
import {
  breakEvenCaption,
  breakEvenMapCaption,
  breakEvenRows,
  type BreakEvenCellRow,
} from '../../experiment/tables/sweep.js';
import { designFigures } from '../../figures/index.js';
import { drawFigure } from '../figure-set.js';
import { counted, percent } from '../number-text.js';
import { textTable } from '../text-table.js';
import { axesOf, type Axis } from './axes-of.js';
import type { DesignQuestion } from './design-question.js';
import { aboutOf, meanOutcome, signed, memberNames } from './design-words.js';
import type { Asked, DesignFinding } from './finding.js';

/** Along one number: as many values to begin with, and the gap that is fine enough, as a share of the range. */
const firstValues = 9;
const finestGap = 1 / 64;
const shape: MapShape = { steps: 32, coarse: 8 };

/** Where along one number, or over two, the difference of two scenarios changes its sign. */
export function findBreakEven(replications: number, asked: Asked): Promise<DesignFinding> {
  const axes = axesOf(asked.question);
  const finding = { ...asked, axes, replications };
  return axes.length === 1 ? alongOne(finding) : overTwo(finding);
}

interface Finding extends Asked {
  readonly axes: readonly Axis[];
  readonly replications: number;
}

async function alongOne({ question, evaluate, axes, replications, seed }: Finding): Promise<DesignFinding> {
  const axis = axes[0]!;
  const outcomes = [meanOutcome(question.outcome)];
  let rows: DifferenceAt[] = [];
  for (
    let values = evenly(axis, firstValues);
    values.length > 0;
    values = nextValues(rows, finestGap * (axis.high - axis.low) * 1.001)
  ) {
    const points = sweepPoints(
      values.map((value) => [value]),
      replications,
    );
    const done = await evaluate({ points, outcomes, space: 'value', label: 'break-even' });
    const found = sweepRows(done).map(({ at, difference }) => ({ at: at[0]!, ...difference! }));
    rows = [...rows, ...found].toSorted((a, b) => a.at - b.at);
  }
  const found = crossings(rows);
  const how = `${counted(rows.length, 'value')}, ${counted(replications, 'replication')} of each scenario at each`;
  const about = aboutOf(question, { how, seed });
  const name = about.nameOf(axis.path);
  const answer = answerOf({ rows, found, question, name, axis });
  return {
    answer,
    blocks: [
      textTable(
        [
          [name, about.answer, '95 %'],
          ...rows.map(({ at, value, low, high }) => [signed(at), signed(value), `${signed(low)} to ${signed(high)}`]),
        ],
        [0, 1],
      ),
      '  Each value has its own paired interval of 95 %; that of the crossing holds all values at which the interval holds zero.',
    ],
    warnings: [],
    tables: [
      {
        file: 'differences.csv',
        header: [axis.path, 'difference', 'low', 'high'],
        rows: rows.map(({ at, value, low, high }) => [at, value, low, high]),
      },
      {
        file: 'break-even.csv',
        header: [axis.path, 'low', 'high', 'fewerBelow', 'fewerAbove'],
        rows: found.map(({ value, low, high, turns }) => {
          const [below, above] = fewerAround(
            question.members.map(({ key }) => key),
            turns,
          );
          return [value, bound(low), bound(high), below, above];
        }),
      },
    ],
    object: { answerIs: about.answer, estimatedBy: outcomes[0], axis, crossings: found, rows },
    draw: (page) => {
      const drawn = breakEvenRows({ rows, crossings: found }, { xTitle: capital(name), yTitle: capital(about.answer) });
      const title = `Where ${about.answer} crosses zero`;
      return [
        drawFigure(designFigures.breakEven, { rows: drawn, caption: breakEvenCaption({ answer, title }, about), page }),
      ];
    },
  };
}

/** Beyond what was looked at there is no bound. */
function bound(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Which scenario has fewer below a crossing, and which above. */
function fewerAround(
  [first, second]: readonly string[],
  turns: Crossing['turns'],
): readonly [below: string, above: string] {
  return turns === 1 ? [second!, first!] : [first!, second!];
}

function answerOf(about: {
  readonly rows: readonly DifferenceAt[];
  readonly found: readonly Crossing[];
  readonly question: DesignQuestion;
  readonly name: string;
  readonly axis: Axis;
}): string {
  const { rows, found, question, name, axis } = about;
  const { members, outcomeWords } = question;
  const range = `${signed(axis.low)} to ${signed(axis.high)}`;
  const interval = ({ low, high }: Crossing): string => {
    const from = Number.isFinite(low) ? signed(low) : `below ${signed(axis.low)}`;
    const to = Number.isFinite(high) ? signed(high) : `above ${signed(axis.high)}`;
    return `95 % interval ${from} to ${to}`;
  };
  const [one, ...more] = found;
  if (one && more.length === 0) {
    const [below, above] = fewerAround(memberNames(members), one.turns);
    return `${below} has fewer ${outcomeWords} than ${above} where ${name} is below ${signed(one.value)} (${interval(one)}), and more where it is above.`;
  }
  if (one)
    return `The difference in ${outcomeWords} changes its sign ${found.length} times: where ${name} is ${found.map((each) => `${signed(each.value)} (${interval(each)})`).join(', and ')}.`;
  const [first, second] = memberNames(members);
  const sides = new Set(rows.map(sideOf));
  if (sides.size === 1 && !sides.has('unresolved'))
    return `${sides.has('below') ? second : first} has fewer ${outcomeWords} than ${sides.has('below') ? first : second} wherever ${name} is from ${range}: there is no break-even in that range.`;
  return `No break-even is found where ${name} is from ${range}: the mean difference does not change its sign, but is not told from zero everywhere.`;
}

async function overTwo({ question, evaluate, axes, replications, seed }: Finding): Promise<DesignFinding> {
  const [xAxis, yAxis] = [axes[0]!, axes[1]!];
  const outcomes = [meanOutcome(question.outcome)];
  const valueAt = ({ low, high }: Axis, step: number): number => low + ((high - low) * step) / shape.steps;
  const known = new Map<CornerKey, Side>();
  const corners: (readonly [x: number, y: number, value: number, low: number, high: number, side: Side])[] = [];
  let looked = mapCells(shape, known);
  while (looked.missing.length > 0) {
    const places = looked.missing.map(([x, y]) => [valueAt(xAxis, x), valueAt(yAxis, y)]);
    const points = sweepPoints(places, replications);
    const rows = sweepRows(await evaluate({ points, outcomes, space: 'value', label: 'break-even map' }));
    looked.missing.forEach(([x, y], i) => {
      const { value, low, high } = rows[i]!.difference!;
      const side = sideOf({ low, high });
      known.set(`${x} ${y}`, side);
      corners.push([valueAt(xAxis, x), valueAt(yAxis, y), value, low, high, side]);
    });
    looked = mapCells(shape, known);
  }
  const { cells } = looked;
  const how = `${counted(corners.length, 'point')}, ${counted(replications, 'replication')} of each scenario at each`;
  const about = aboutOf(question, { how, seed });
  const [first, second] = memberNames(question.members);
  const rows = cells.map(({ x, y, size, side }): BreakEvenCellRow => ({
    xFrom: valueAt(xAxis, x),
    xTo: valueAt(xAxis, x + size),
    yFrom: valueAt(yAxis, y),
    yTo: valueAt(yAxis, y + size),
    side,
    below: `fewer with ${second}`,
    above: `fewer with ${first}`,
    xTitle: capital(about.nameOf(xAxis.path)),
    yTitle: capital(about.nameOf(yAxis.path)),
  }));
  const answer = mapAnswer({ cells, question, about, axes });
  const [firstKey = '', secondKey = ''] = question.members.map(({ key }) => key);
  const fewer: Readonly<Record<Side, string>> = { below: secondKey, above: firstKey, unresolved: 'not resolved' };
  return {
    answer,
    blocks: [
      '  A field of the map belongs to a scenario where the paired 95 % intervals at all four of its corners say so. More replications (-n) resolve more.',
    ],
    warnings: [],
    tables: [
      {
        file: 'corners.csv',
        header: [xAxis.path, yAxis.path, 'difference', 'low', 'high', 'fewer'],
        rows: corners
          .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
          .map(([x, y, value, low, high, side]) => [x, y, value, low, high, fewer[side]]),
      },
      {
        file: 'map.csv',
        header: ['xFrom', 'xTo', 'yFrom', 'yTo', 'fewer'],
        rows: rows.map(({ xFrom, xTo, yFrom, yTo, side }) => [xFrom, xTo, yFrom, yTo, fewer[side]]),
      },
    ],
    object: { answerIs: about.answer, estimatedBy: outcomes[0], axes, cells: rows },
    draw: (page) => [drawFigure(designFigures.breakEvenMap, { rows, caption: breakEvenMapCaption(rows, about), page })],
  };
}

function mapAnswer(of: {
  readonly cells: readonly MapCell[];
  readonly question: DesignQuestion;
  readonly about: DesignAbout;
  readonly axes: readonly Axis[];
}): string {
  const { cells, question, about, axes } = of;
  const [first, second] = memberNames(question.members);
  const all = shape.steps ** 2;
  const share = (side: Side): string =>
    percent(cells.filter((cell) => cell.side === side).reduce((sum, { size }) => sum + size ** 2, 0) / all);
  const ranges = axes.map(({ path, low, high }) => `${about.nameOf(path)} from ${signed(low)} to ${signed(high)}`);
  return `Over ${ranges.join(' and ')}: ${second} has fewer ${question.outcomeWords} in ${share('below')} of the map, ${first} in ${share('above')}, and ${share('unresolved')} is not resolved. How likely each part is, the map does not say.`;
}
