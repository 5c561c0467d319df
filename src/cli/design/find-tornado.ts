import { tornado, tornadoPoints } from '../../experiment/design/tornado.js';
import { capital } from '../../experiment/tables/design-caption.js';
import { tornadoCaption, tornadoRows } from '../../experiment/tables/tornado.js';
import { designFigures } from '../../figures/index.js';
import { drawFigure } from '../figure-set.js';
import { counted } from '../number-text.js';
import { textTable } from '../text-table.js';
import { aboutOf, meanOutcome, signed, withInterval } from './design-words.js';
import type { Asked, DesignFinding } from './finding.js';

/** Tornado with `size` replications at each value. */
export async function findTornado(size: number, { question, evaluate, seed }: Asked): Promise<DesignFinding> {
  const { inputs, outcome } = question;
  const outcomes = [meanOutcome(outcome)];
  const done = await evaluate({ points: tornadoPoints(inputs, size), outcomes, space: 'quantile', label: 'tornado' });
  const swings = tornado(done, inputs);
  const how = `${counted(inputs.length, 'number')} at 3 values, ${counted(size, 'replication')} at each`;
  const about = aboutOf(question, { how, seed });
  const told = swings.filter(({ isNothing }) => !isNothing);
  const [largest] = told;
  const rows = swings.map(({ input, atLow, atMiddle, atHigh, swing, isNothing }) => [
    input.name,
    ...[atLow, atMiddle, atHigh, swing].flatMap(({ value, low, high }) => [value, low, high]),
    swing.level,
    swing.n,
    isNothing ? 'not distinguishable from zero' : '',
  ]);
  return {
    answer: largest
      ? `${capital(about.answer)}: ${about.nameOf(largest.input.name)} moves the mean most, by ${withInterval(largest.swing)} from its 10th to its 90th percentile. ${told.length} of ${swings.length} numbers are told from zero.`
      : `${capital(about.answer)}: no number is told from zero with ${counted(size, 'replication')} at each value.`,
    blocks: [
      textTable(
        [
          ['', 'low', 'high', 'swing', '95 %, all together'],
          ...swings.map(({ input, atLow, atHigh, swing, isNothing }) => [
            about.nameOf(input.name),
            signed(atLow.value),
            signed(atHigh.value),
            signed(swing.value),
            isNothing ? 'not told from 0' : `${signed(swing.low)} to ${signed(swing.high)}`,
          ]),
        ],
        [1, 2, 3],
      ),
    ],
    warnings: [],
    tables: [
      {
        file: 'swings.csv',
        header: [
          'input',
          ...['low', 'middle', 'high', 'swing'].flatMap((at) => [at, `${at}.low`, `${at}.high`]),
          'swing.level',
          'n',
          'note',
        ],
        rows,
      },
    ],
    object: { method: 'tornado', answerIs: about.answer, estimatedBy: outcomes[0], swings },
    draw: (page) => [
      drawFigure(designFigures.tornado, {
        rows: tornadoRows(swings, about),
        caption: tornadoCaption(swings, about),
        page,
      }),
    ],
  };
}
