import type { Scenario } from '../../model/scenario/schema.js';
import { numberText } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import { drawnNumbers, type DrawnNumber } from './drawn-numbers.js';
import { numberMeaning } from './number-meaning.js';
import { spelled, wordsOf } from './words.js';

const mostTold = 4;
/** An outer tenth, on either side. */
const outer = 0.1;

/** What world this is: how many drawn numbers lie in an outer tenth of their laws, and the most extreme of them in words. */
export function worldWords(trace: Trace): string {
  const drawn = drawnNumbers(trace);
  if (drawn.length === 0) return 'The scenario has no uncertain number: all its replications share this world.';
  const extremity = ({ shareBelow }: DrawnNumber): number => Math.min(shareBelow, 1 - shareBelow);
  const unusual = drawn.filter((number) => extremity(number) <= outer);
  const of = `the scenario’s ${drawn.length} uncertain ${drawn.length === 1 ? 'number' : 'numbers'}`;
  if (unusual.length === 0) return `An ordinary world: none of ${of} lies in the lowest or highest tenth of its range.`;
  const told = [...unusual]
    // What draws attacks to one contingent among many says least about a world.
    .sort((a, b) => Number(isSalience(a)) - Number(isSalience(b)) || extremity(a) - extremity(b))
    .flatMap((number) => phraseOf(number, trace.compiled.scenario) ?? [])
    .slice(0, mostTold);
  const expected = spelled(Math.round(2 * outer * drawn.length));
  const amount = `${spelled(unusual.length)} of ${of} ${unusual.length === 1 ? 'lies' : 'lie'} in the lowest or highest tenth of ${unusual.length === 1 ? 'its range' : 'their ranges'}, where chance alone puts about ${expected}`;
  const foremost = unusual.length > told.length && told.length > 1 ? ', foremost' : '';
  return told.length === 0
    ? `What sets this world apart has no short name; ${amount}.`
    : `What sets this world apart from the middle of what the scenario allows${foremost}: ${told.join('; ')}. Altogether ${amount}.`;
}

function isSalience({ path }: DrawnNumber): boolean {
  return path.endsWith('.salience');
}

function phraseOf({ path, value, shareBelow }: DrawnNumber, scenario: Scenario): string | undefined {
  const meaning = numberMeaning(path);
  if (!meaning) return undefined;
  const { name, high, low } = meaning;
  const isHigh = shareBelow > 0.5;
  const owner = ownerOf(path, scenario);
  const whose = owner === undefined ? '' : ` of ${owner}`;
  return `${isHigh ? high : low} (${name}${whose} ${numberText(value)}, the ${isHigh ? 'upper' : 'lower'} tenth)`;
}

/** Whose number it is, where there are several. */
function ownerOf(path: string, scenario: Scenario): string | undefined {
  const [group, key = ''] = path.split('.');
  const words = wordsOf(scenario);
  if (group === 'actors') return Object.keys(scenario.actors).length > 1 ? words.actor(key) : undefined;
  if (group === 'contingents') return words.contingent(key);
  return /^regimes\[(.*?)\]/.exec(path)?.[1];
}
