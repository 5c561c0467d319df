import { morris, morrisDesign } from '../../experiment/design/morris.js';
import { capital } from '../../experiment/tables/design-caption.js';
import { morrisCaption, morrisRows } from '../../experiment/tables/morris-plane.js';
import { designFigures } from '../../figures/index.js';
import { drawFigure } from '../figure-set.js';
import { counted, figure } from '../number-text.js';
import { textTable } from '../text-table.js';
import { aboutOf, designStream, meanOutcome, signed, withInterval } from './design-words.js';
import type { Asked, DesignFinding } from './finding.js';

interface Size {
  /** Trajectories. */
  readonly size: number;
  readonly inner: number;
}

/** Morris' elementary effects. */
export async function findMorris({ size, inner }: Size, { question, evaluate, seed }: Asked): Promise<DesignFinding> {
  const { inputs, outcome } = question;
  const outcomes = [meanOutcome(outcome)];
  const design = morrisDesign({ inputs, count: size, inner }, designStream(seed, 'morris'));
  const done = await evaluate({ points: design.points, outcomes, space: 'quantile', label: 'Morris' });
  const effects = morris(done, design, designStream(seed, 'bootstrap'));
  const how = `${counted(size, 'trajectory').replace('trajectorys', 'trajectories')} over ${counted(inputs.length, 'number')}, ${counted(inner, 'replication')} at each point`;
  const about = aboutOf(question, { how, seed });
  const told = effects.filter(({ isNothing }) => !isNothing);
  const [largest] = effects;
  return {
    answer: `${capital(about.answer)}: ${about.nameOf(largest!.input.name)} moves it most, by ${withInterval(largest!.meanAbsolute)} on average over half of its law. ${told.length} of ${effects.length} numbers are told from zero.`,
    blocks: [
      textTable(
        [
          ['', 'size μ*', '95 %', 'way μ', 'spread σ'],
          ...effects.map(({ input, meanAbsolute, mean, spread, isNothing }) => [
            about.nameOf(input.name),
            figure(meanAbsolute.value),
            `${figure(meanAbsolute.low)} to ${figure(meanAbsolute.high)}`,
            isNothing ? 'not told from 0' : signed(mean.value),
            figure(spread),
          ]),
        ],
        [1, 3, 4],
      ),
      '  Single intervals of 95 %: of twenty numbers that do nothing about one will seem to do something.',
    ],
    warnings: [],
    tables: [
      {
        file: 'effects.csv',
        header: ['input', 'muStar', 'muStar.low', 'muStar.high', 'mu', 'mu.low', 'mu.high', 'sigma', 'n', 'note'],
        rows: effects.map(({ input, meanAbsolute, mean, spread, isNothing }) => [
          input.name,
          ...[meanAbsolute, mean].flatMap(({ value, low, high }) => [value, low, high]),
          spread,
          meanAbsolute.n,
          isNothing ? 'not distinguishable from zero' : '',
        ]),
      },
    ],
    object: { method: 'morris', answerIs: about.answer, estimatedBy: outcomes[0], effects },
    draw: (page) => {
      const rows = morrisRows(effects, about);
      return rows.length === 0
        ? []
        : [drawFigure(designFigures.morris, { rows, caption: morrisCaption(effects, about), page })];
    },
  };
}
