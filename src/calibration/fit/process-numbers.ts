import { beliefSummary } from '../posterior/fitted-parameter.js';
import type { ProcessFit, ProcessFitParameter } from '../hawkes/fit-process.js';
import type { FittedNumber, FittedTable } from './fitted-number.js';

interface Names {
  /** Keys of the actors that are receivers, in their order. */
  readonly actors: readonly string[];
  /** First days of the pieces of the rate, as dates. */
  readonly pieceStarts: readonly string[];
  /** Names of the regimes whose gates are fitted. */
  readonly gates: readonly string[];
}

/** The numbers of a fitted process by their place in a scenario, which takes the rate of the last piece. */
export function processNumbers(fit: ProcessFit, names: Names): FittedTable {
  const models = Array.from({ length: fit.draws }, (_, row) => fit.modelAt(row));
  const last = names.pieceStarts.length - 1;
  const of = (parameter: ProcessFitParameter): FittedNumber => ({
    ...placeOf(parameter, names),
    prior: parameter.prior,
    before: parameter.before,
    after: parameter.after,
    learnt: parameter.learnt,
    overlap: parameter.overlap,
    draws: parameter.draws,
  });
  const unprovoked = names.actors.map((actor, i): FittedNumber => {
    const draws = Float64Array.from(models, ({ baseline }) => baseline.at(-1)![i]!);
    return {
      path: `actors.${actor}.baselinePerDay`,
      words: `attacks a day that nothing provoked${ofActor(actor, names)}${since(last, names)}`,
      after: beliefSummary(draws),
      draws,
    };
  });
  const rates = fit.parameters.filter(({ kind }) => kind === 'ratePerDay').map(of);
  const others = fit.parameters.filter(({ kind }) => kind !== 'ratePerDay').map(of);
  return { numbers: [...rates, ...unprovoked, ...others], rows: fit.draws };
}

function placeOf(parameter: ProcessFitParameter, names: Names): Pick<FittedNumber, 'path' | 'words'> {
  const { actors } = names;
  const sourceOf = (source: number): string | undefined => actors[source];
  switch (parameter.kind) {
    case 'ratePerDay': {
      const { rate, receiver } = parameter;
      return {
        words: `attacks a day, with all they provoke${ofActor(actors[receiver]!, names)}${since(rate, names)}`,
      };
    }
    case 'branching': {
      const receiver = actors[parameter.receiver]!;
      const source = sourceOf(parameter.source);
      const by =
        source === undefined
          ? 'one strike'
          : source === receiver || actors.length === 1
            ? 'one attack'
            : `one attack by ${source}`;
      return {
        path: `actors.${receiver}.branching.${source ?? 'strikes'}`,
        words: `attacks that ${by} provokes${ofActor(receiver, names)}`,
      };
    }
    case 'meanLagDays': {
      const source = sourceOf(parameter.source);
      return source === undefined
        ? { path: 'strikes.meanLagDays', words: 'mean days from a strike to an attack that it provokes' }
        : {
            path: `actors.${source}.meanLagDays`,
            words: `mean days from an attack to one that it provokes${ofActor(source, names)}`,
          };
    }
    case 'fatalBoost': {
      const source = actors[parameter.source]!;
      return {
        path: `actors.${source}.fatalBoost`,
        words: `extra weight of an attack that killed, in what it provokes${ofActor(source, names)}`,
      };
    }
    case 'gate':
      // A scenario keeps its own: a list of regimes cannot be spread by parts.
      return { words: `gate of “${names.gates[parameter.gate]!}”, times the rate` };
    default:
      return parameter satisfies never;
  }
}

function ofActor(actor: string, { actors }: Names): string {
  return actors.length > 1 ? ` (${actor})` : '';
}

function since(piece: number, { pieceStarts }: Names): string {
  return pieceStarts.length > 1 ? ` from ${pieceStarts[piece] ?? ''}` : '';
}
