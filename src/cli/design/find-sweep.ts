import { evenly, grid } from '../../experiment/design/grid.js';
import { sweepPoints, sweepRows, type SweepRow } from '../../experiment/design/sweep.js';
import { capital } from '../../experiment/tables/design-caption.js';
import { sweepCellCaption, sweepCellRows, sweepLineCaption, sweepLineRows } from '../../experiment/tables/sweep.js';
import { designFigures } from '../../figures/index.js';
import type { Estimate } from '../../stats/index.js';
import { drawFigure } from '../figure-set.js';
import { counted } from '../number-text.js';
import { textTable } from '../text-table.js';
import { axesOf } from './axes-of.js';
import { aboutOf, meanOutcome, signed, withInterval, memberNames } from './design-words.js';
import type { Asked, DesignFinding } from './finding.js';

interface Size {
  readonly replications: number;
  /** Along each number. */
  readonly values: number;
}

/** The mean outcome along one uncertain number, or over two; of two scenarios their difference too. */
export async function findSweep(
  { replications, values }: Size,
  { question, evaluate, seed }: Asked,
): Promise<DesignFinding> {
  const axes = axesOf(question);
  const { members, outcome, outcomeWords } = question;
  const places = grid(axes.map((axis) => evenly(axis, values)));
  const outcomes = [meanOutcome(outcome)];
  const points = sweepPoints(places, replications);
  const rows = sweepRows(await evaluate({ points, outcomes, space: 'value', label: 'sweep' }));
  const how = `${counted(places.length, 'point')}, ${counted(replications, 'replication')} at each`;
  const between = aboutOf(question, { how, seed });
  const about = { ...between, answer: outcomeWords };
  const names = axes.map(({ path }) => about.nameOf(path));
  const keys = members.map(({ key }) => key);
  const called = memberNames(members);
  const shown = (row: SweepRow): Estimate => row.difference ?? row.means[0]!;
  const all = rows.toSorted((a, b) => shown(a).value - shown(b).value);
  const [least, most] = [all[0]!, all.at(-1)!];
  const atText = ({ at }: { readonly at: readonly number[] }): string =>
    at.map((value, i) => `${names[i]} ${signed(value)}`).join(', ');
  return {
    answer: `Mean ${members.length > 1 ? `${outcomeWords}, ${called[1]} minus ${called[0]}` : outcomeWords}: from ${withInterval(shown(least))} at ${atText(least)} to ${withInterval(shown(most))} at ${atText(most)}.`,
    blocks: [
      textTable(
        [
          [...names, ...called.flatMap((name) => [name, '95 %']), ...(keys.length > 1 ? ['difference', '95 %'] : [])],
          ...rows.map(({ at, means, difference }) => [
            ...at.map(signed),
            ...[...means, ...(difference ? [difference] : [])].flatMap(({ value, low, high }) => [
              signed(value),
              `${signed(low)} to ${signed(high)}`,
            ]),
          ]),
        ],
        [0, 1, 3].slice(0, axes.length + 1),
      ),
    ],
    warnings: [],
    tables: [
      {
        file: 'sweep.csv',
        header: [
          ...axes.map(({ path }) => path),
          ...keys.flatMap((key) => [key, `${key}.low`, `${key}.high`]),
          ...(keys.length > 1 ? ['difference', 'difference.low', 'difference.high'] : []),
        ],
        rows: rows.map(({ at, means, difference }) => [
          ...at,
          ...[...means, ...(difference ? [difference] : [])].flatMap(({ value, low, high }) => [value, low, high]),
        ]),
      },
    ],
    object: { outcome, estimatedBy: outcomes[0], axes, rows },
    draw: (page) => {
      const [xTitle = '', second] = names.map(capital);
      if (second === undefined) {
        const lines = sweepLineRows(rows, { names: called, xTitle, yTitle: capital(`mean ${outcomeWords}`) });
        return [drawFigure(designFigures.sweep, { rows: lines, caption: sweepLineCaption(lines, about), page })];
      }
      const cells = sweepCellRows(rows, { xTitle, yTitle: second, unit: between.answer }).filter(({ mean }) =>
        Number.isFinite(mean),
      );
      return [drawFigure(designFigures.sweepMap, { rows: cells, caption: sweepCellCaption(cells, between), page })];
    },
  };
}
