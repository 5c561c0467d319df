import { numberMeaning } from '../../experiment/story/number-meaning.js';
import { capitalised, listed } from '../../experiment/story/words.js';
import type { ThirdsRow } from '../../experiment/thirds.js';
import type { Scenario } from '../../model/scenario/schema.js';
import { figure, percent } from '../number-text.js';

/** A path of a scenario as a reader says it: "effort elasticity (target choice, Militias)", "hardening (Ain al-Asad)". */
export function pathWords(path: string, scenario: Scenario): string {
  const steps = path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [path];
  const words = steps.map((step, i) => stepWords(step, steps[i - 1], scenario));
  const groups = ['contingents', 'bases', 'actors'];
  // A single armed group needs no name.
  const single = steps[0] === 'actors' && Object.keys(scenario.actors).length === 1 ? 1 : 0;
  const told = words.filter((_, i) => !(groups.includes(steps[0] ?? '') && i <= single));
  const meaning = numberMeaning(path)?.name;
  const last = meaning ?? told.at(-1) ?? path;
  // Whose it is comes last: "(target choice, Militias)".
  const around = told.slice(0, -1).reverse();
  const context = around.filter((word) => !last.includes(word));
  return context.length === 0 ? last : `${last} (${context.join(', ')})`;
}

function stepWords(step: string, before: string | undefined, scenario: Scenario): string {
  const bare = step.replace(/^\[(.*)\]$/, '$1');
  const named =
    before === 'contingents' || before === 'salience'
      ? scenario.contingents[bare]?.name
      : before === 'bases'
        ? scenario.bases[bare]?.name
        : (scenario.actors[bare]?.name ?? scenario.contingents[bare]?.name ?? scenario.bases[bare]?.name);
  if (named !== undefined) return named;
  if (step !== bare) return /^\d+$/.test(bare) ? `no. ${Number(bare) + 1}` : bare;
  return bare.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What one uncertain number does to a claim, in words: where it is low and where it is high. */
export function thirdsWords({ path, lower, upper }: ThirdsRow, scenario: Scenario): string {
  const meaning = numberMeaning(path);
  const range = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    from === to ? figure(from) : `${figure(from)} to ${figure(to)}`;
  const where = (third: ThirdsRow['lower'], words: string | undefined, which: string): string =>
    `in ${shareWords(third.probability.value)} of replications where ${words === undefined ? `it is ${which}` : words} (${words === undefined ? '' : `${which}, `}${range(third)})`;
  return `${capitalised(pathWords(path, scenario))}: holds ${listed([
    where(lower, meaning?.low, 'lower third'),
    where(upper, meaning?.high, 'upper third'),
  ])}.`.replace(/it is (lower|upper) third/, 'it is in its $1 third');
}

/** Nearly none and nearly all are not rounded to none and all. */
export function shareWords(probability: number): string {
  if (probability > 0 && probability < 0.01) return '<1 %';
  return probability > 0.99 && probability < 1 ? '>99 %' : percent(probability);
}
