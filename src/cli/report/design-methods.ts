import {
  boxEquation,
  crossingEquation,
  informationEquation,
  morrisEquation,
  regretEquation,
  sobolEquation,
  swingEquation,
  type Equation,
} from '../../report/index.js';
import type { DesignMethod } from '../design/design-method.js';

interface MethodText {
  readonly equations: readonly Equation[];
  /** What must not be read out of the result. */
  readonly limits: readonly string[];
}

/** How a method over uncertain numbers works, and where it ends. */
export function designMethods({ kind }: DesignMethod): MethodText {
  switch (kind) {
    case 'tornado':
      return {
        equations: [swingEquation],
        limits: ['One number at a time: what numbers do only together is not seen here; Sobol’ indices show it.'],
      };
    case 'morris':
      return {
        equations: [morrisEquation],
        limits: ['Single intervals of 95 %: of twenty numbers that do nothing about one will seem to do something.'],
      };
    case 'sobol':
      return {
        equations: [sobolEquation],
        limits: ['Shares of a variance say nothing of the direction in which a number works.'],
      };
    case 'voi':
      return {
        equations: [informationEquation],
        limits: [
          'It is the value of knowing for certain, so that real studies are worth less; values of several numbers do not add up.',
          'A value of zero says that no value within its law changes the choice, not that the number does not matter.',
        ],
      };
    case 'robustness':
      return {
        equations: [regretEquation],
        limits: ['Shares of states are as good as the laws that states are drawn from.'],
      };
    case 'sweep':
      return { equations: [], limits: ['Intervals are single ones, point by point.'] };
    case 'break-even':
      return {
        equations: [crossingEquation],
        limits: ['How likely the values on either side are, the break-even does not say.'],
      };
    case 'discover':
      return {
        equations: [boxEquation],
        limits: ['The box was searched for in these states: its density flatters it a little.'],
      };
    default:
      return kind satisfies never;
  }
}
