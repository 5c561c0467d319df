import {
  meanEquation,
  modelEquations,
  pairedEquation,
  type Block,
  type Equation,
  type Section,
} from '../../report/index.js';

/** How the numbers came about: the model's main lines, the intervals, and how to get the same numbers again. */
export function methodsSection(about: {
  readonly paired: boolean;
  readonly repeat: string;
  /** Of the method that numbers were varied by. */
  readonly more?: readonly Equation[];
}): Section {
  const { paired, repeat, more = [] } = about;
  const equations = [...more, ...modelEquations, meanEquation, ...(paired ? [pairedEquation] : [])];
  return {
    id: 'methods',
    title: 'Methods',
    blocks: [
      {
        kind: 'text',
        text: 'A replication is one possible future: what is not known is drawn from its law, then moves, regimes, strikes, attacks and what they make people do happen one after another, in the order of their time. Attacks are drawn exactly (a Poisson measure under their rate), not in steps of time. The same scenario, seed and version give the same numbers to the last bit on any number of workers.',
      },
      ...equations.map((equation): Block => ({ kind: 'equation', equation })),
      {
        kind: 'text',
        text: 'Probabilities carry Wilson’s interval (Clopper and Pearson’s where none or all were seen); quantiles one by order statistics; a word such as “very likely” (80 to 95 %, ICD 203) is used only where the whole interval lies in its band.',
      },
      { kind: 'text', text: repeat },
    ],
  };
}
