import type { Scenario } from '../../model/scenario/schema.js';
import { numberText } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import { drawnNumbers, type DrawnNumber } from './drawn-numbers.js';
import { spelled, wordsOf } from './words.js';

/** End of a path, the number's name, and what a high and a low value of it mean, as comparatives. The first that fits counts. */
const meanings: readonly (readonly [end: RegExp, name: string, high: string, low: string])[] = [
  [
    /baselinePerDay$/,
    'unprovoked attacks a day',
    'unprovoked attacks are more frequent',
    'unprovoked attacks are rarer',
  ],
  [/branching\.strikes$/, 'attacks provoked by one strike', 'strikes provoke more', 'strikes provoke less'],
  [/branching\.[\w-]+$/, 'branching', 'attacks provoke more attacks', 'attacks provoke fewer attacks'],
  [/strikes\.meanLagDays$/, 'mean lag in days', 'answers to strikes come later', 'answers to strikes come sooner'],
  [/meanLagDays$/, 'mean lag in days', 'one attack follows another later', 'one attack follows another sooner'],
  [/fatalBoost$/, 'fatal boost', 'deaths provoke more attacks', 'deaths provoke fewer attacks'],
  [/sizeExponent$/, 'size exponent', 'attackers prefer large bases more', 'attackers care less for the size of a base'],
  [
    /effortElasticity$/,
    'effort elasticity',
    'fewer attacks move on to the bases that are left',
    'more attacks move on to the bases that are left',
  ],
  [/perShareWithdrawn$/, 'emboldening', 'departures embolden more', 'departures embolden less'],
  [/emboldening\.decayDays$/, 'mean life in days', 'emboldening lasts longer', 'emboldening fades sooner'],
  [/deterrence\.depth$/, 'depth of deterrence', 'strikes deter more', 'strikes deter less'],
  [
    /vacuum\.sensitivity$/,
    'sensitivity',
    'departures leave insurgents more room',
    'departures leave insurgents less room',
  ],
  [/hazardPerConvoyDay$/, 'attacks per convoy-day', 'roads are more dangerous', 'roads are safer'],
  [/fatalProbability$/, 'chance that an attack kills', 'attacks kill more often', 'attacks kill more rarely'],
  [/fatalityExponent$/, 'fatality exponent', 'fatal attacks kill fewer at once', 'fatal attacks kill more at once'],
  [/effectiveProbability$/, 'chance of an effective impact', 'rounds hit more often', 'rounds hit more rarely'],
  [
    /handOverResidual\.first$/,
    'residual just after a hand-over',
    'bases just handed over draw more attacks',
    'bases just handed over draw fewer attacks',
  ],
  [
    /handOverResidual\.final$/,
    'residual in the long run',
    'bases long handed over draw more attacks',
    'bases long handed over draw fewer attacks',
  ],
  [/salience$/, 'salience', 'one contingent draws more attacks', 'one contingent draws fewer attacks'],
  [/gate$/, 'gate', 'the regime holds attacks down less', 'the regime holds attacks down more'],
];

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
  const meaning = meanings.find(([end]) => end.test(path));
  if (!meaning) return undefined;
  const [, name, high, low] = meaning;
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
