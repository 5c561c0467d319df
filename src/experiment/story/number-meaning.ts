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

/** What a number of a scenario is, in plain words. */
export interface NumberMeaning {
  /** "effort elasticity" */
  readonly name: string;
  /** What a high and a low value mean, as a comparative: "strikes provoke more". */
  readonly high: string;
  readonly low: string;
}

/** The meaning of the number at a path (`actors.militias.baselinePerDay`); undefined where it has no plain words. */
export function numberMeaning(path: string): NumberMeaning | undefined {
  const found = meanings.find(([end]) => end.test(path));
  if (!found) return undefined;
  const [, name, high, low] = found;
  return { name, high, low };
}
