import type { DesignAbout } from '../../experiment/tables/design-caption.js';
import { openStream, type Uniform } from '../../random/stream.js';
import { figure } from '../number-text.js';
import { pathWords } from '../report/path-words.js';
import type { DesignQuestion } from './design-question.js';

/** What figures and texts of a design say of its question; `how` tells the sizes of the design. */
export function aboutOf(
  question: DesignQuestion,
  { how, seed }: { readonly how: string; readonly seed: number },
): DesignAbout {
  const { members, scenarios, outcomeWords, title } = question;
  const [first = '', second, ...more] = memberNames(members);
  return {
    answer: second && more.length === 0 ? `${outcomeWords}, ${second} minus ${first}` : outcomeWords,
    study: title,
    origin: `${how}, seed ${seed}`,
    nameOf: (input) => inputWords(input, question, scenarios.length),
  };
}

/** The scenarios as a reader calls them, in quotation marks where that is several words; by their keys where two have one name. */
export function memberNames(members: DesignQuestion['members']): string[] {
  const names = members.map(({ name }) => name);
  return members.map(({ key, name }) => {
    const called = names.indexOf(name) === names.lastIndexOf(name) ? name : key;
    return /[\s,]/.test(called) ? `“${called}”` : called;
  });
}

/** A number as a reader says it; where two would be called the same, by their paths. */
function inputWords(input: string, { inputs, scenarios }: DesignQuestion, count: number): string {
  const holder = Array.from({ length: count }, (_, i) => scenarios[i]!).find(({ parameters }) =>
    parameters.uncertain.some(({ path }) => path.startsWith(input)),
  );
  if (!holder) return input;
  const words = pathWords(input, holder.scenario);
  const same = inputs.filter(({ name }) => pathWords(name, holder.scenario) === words);
  return same.length > 1 ? input : words;
}

/** The mean that answers for an outcome: the integrated rate has the mean of person-attacks, and varies less. */
export function meanOutcome(outcome: string): string {
  return outcome === 'personAttacks' ? 'expectedPersonAttacks' : outcome;
}

/** What a share of a number's law is in values of the number. */
export function lawValues({ scenarios }: DesignQuestion): (path: string, share: number) => number {
  const laws = new Map(
    scenarios.flatMap(({ parameters }) => parameters.uncertain.map(({ path, quantile }) => [path, quantile])),
  );
  return (path, share) => laws.get(path)!(share);
}

/** A stream of a design's own draws: no replication has it. */
export function designStream(seed: number, entity: string): Uniform {
  return openStream({ seed, replication: -1, purpose: 'design', entity });
}

/** "1.2 (0.9 to 1.5)" */
export function withInterval({
  value,
  low,
  high,
}: {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}): string {
  return `${signed(value)} (${signed(low)} to ${signed(high)})`;
}

/** A number with a typographic minus. */
export function signed(value: number): string {
  return value < 0 ? `−${figure(-value)}` : figure(value);
}
