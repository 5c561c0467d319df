import type { Law } from '../../../src/random/laws/law.js';

/** The probabilities of {@link LawCase.quantiles}. */
export const probabilities = [1e-6, 0.001, 0.05, 0.3, 0.5, 0.9, 0.999, 1 - 1e-6] as const;

export interface LawCase {
  readonly law: Law;
  readonly words: string;
  readonly support: readonly [low: number, high: number];
  readonly mean: number;
  readonly variance: number;
  /** At {@link probabilities}, from scipy 1.17.1 (`ppf`; a cut law's by its definition from the uncut one). */
  readonly quantiles: readonly number[];
}

/** The continuous laws, with what scipy says of them; means and variances by closed form or its quadrature. */
export const lawCases: readonly LawCase[] = [
  {
    law: { uniform: { low: 0.3, high: 0.9 } },
    words: 'uniform between 0.3 and 0.9',
    support: [0.3, 0.9],
    mean: 0.6,
    variance: 0.03,
    quantiles: [0.3000006, 0.3006, 0.33, 0.48, 0.6, 0.84, 0.8994, 0.8999994],
  },
  {
    law: { triangular: { low: 1, mode: 3, high: 8 } },
    words: 'triangular between 1 and 8, most likely 3',
    support: [1, 8],
    mean: 4,
    variance: 13 / 6,
    quantiles: [
      1.003741657387, 1.118321595662, 1.836660026534, 3.050252531694, 3.81669986733, 6.129171306613, 7.812917130661,
      7.994083920217,
    ],
  },
  {
    law: { pert: { low: 1, mode: 3, high: 8 } },
    words: 'PERT between 1 and 8, most likely 3',
    support: [1, 8],
    mean: 3.5,
    variance: 11.25 / 7,
    quantiles: [
      1.003718665743, 1.094520931194, 1.630158653357, 2.690329101856, 3.38258860142, 5.272702746348, 7.239203357875,
      7.875919492642,
    ],
  },
  {
    law: { normal: { mean: 2, sd: 3 } },
    words: 'normal, mean 2, sd 3',
    support: [-Infinity, Infinity],
    mean: 2,
    variance: 9,
    quantiles: [
      -12.26027292647, -7.270696918503, -2.934560880854, 0.4267984618759, 2, 5.844654696634, 11.2706969185,
      16.26027292645,
    ],
  },
  {
    law: { normal: { mean: 2, sd: 3, low: 0, high: 3 } },
    words: 'normal, mean 2, sd 3, cut below 0 and above 3',
    support: [0, 3],
    mean: 1.5402770672290125,
    variance: 0.7243572416444203,
    quantiles: [
      3.550493037352e-6, 0.003549095334081, 0.1742094246847, 0.9719023355239, 1.558692806853, 2.703890069558,
      2.996995072541, 2.999996994572,
    ],
  },
  {
    law: { normal: { mean: 2, sd: 3, low: 0 } },
    words: 'normal, mean 2, sd 3, cut below 0',
    support: [0, Infinity],
    mean: 3.282052774994489,
    variance: 4.792235132139951,
    quantiles: [
      7.019986349333e-6, 0.00701452831494, 0.3386880685888, 1.825024240246, 2.965783121137, 6.323883584652,
      11.5269483411, 16.43570266834,
    ],
  },
  {
    law: { lognormal: { p5: 5, p95: 10 } },
    words: 'lognormal, 90 % between 5 and 10',
    support: [0, Infinity],
    mean: 7.22978371,
    variance: 2.3725838,
    quantiles: [
      2.59725866811, 3.687298400426, 5, 6.331387333932, 7.071067811865, 9.263080875514, 13.56006337709, 19.25106675506,
    ],
  },
  {
    law: { lognormal: { median: 2, sigma: 0.5 } },
    words: 'lognormal, median 2, sd of the logarithm 0.5',
    support: [0, Infinity],
    mean: 2.2662969061336526,
    variance: 1.458783416049546,
    quantiles: [
      0.1857107405992, 0.4265741916603, 0.878728209855, 1.538713879329, 2, 3.795905414669, 9.377032362018,
      21.53887269569,
    ],
  },
  {
    law: { lognormal: { mean: 0.3, sd: 0.2 } },
    words: 'lognormal, mean 0.3, sd 0.2',
    support: [0, Infinity],
    mean: 0.3,
    variance: 0.04,
    quantiles: [
      0.01397721650172, 0.03832082493579, 0.09206323373883, 0.1816209752389, 0.2496150883014, 0.5429715859211,
      1.625948617027, 4.457804048454,
    ],
  },
  {
    law: { lognormal: { median: 1, sigma: 0.8, low: 0.5, high: 4 } },
    words: 'lognormal, median 1, sd of the logarithm 0.8, cut below 0.5 and above 4',
    support: [0.5, 4],
    mean: 1.3976918043664481,
    variance: 0.61254742537692497,
    quantiles: [
      0.5000011168732, 0.5011167712277, 0.5557611192775, 0.855601037424, 1.165201551274, 2.579684540013, 3.972745511664,
      3.999972449369,
    ],
  },
  {
    law: { beta: { alpha: 1.5, beta: 8.5 } },
    words: 'beta, alpha 1.5, beta 8.5',
    support: [0, 1],
    mean: 0.15,
    variance: 0.1275 / 11,
    quantiles: [
      1.382704926776e-5, 0.001388418083357, 0.01991908855634, 0.07819602300104, 0.126575914203, 0.3007655063191,
      0.6063042829432, 0.8280607094321,
    ],
  },
  {
    law: { beta: { alpha: 0.4, beta: 0.6 } },
    words: 'beta, alpha 0.4, beta 0.6',
    support: [0, 1],
    mean: 0.4,
    variance: 0.12,
    quantiles: [
      2.006821966782e-15, 6.346128158424e-8, 0.0011214880319, 0.09615150609253, 0.3197666482793, 0.9343075669236,
      0.9999687281983, 0.9999999996873,
    ],
  },
  {
    law: { beta: { mean: 0.2, sd: 0.1 } },
    words: 'beta, mean 0.2, sd 0.1',
    support: [0, 1],
    mean: 0.2,
    variance: 0.01,
    quantiles: [
      0.001405979563446, 0.0145794964004, 0.06110292885898, 0.1372626194261, 0.1864741025854, 0.3372141198973,
      0.5811691603818, 0.7742401263809,
    ],
  },
  {
    law: { gamma: { shape: 0.5, scale: 2 } },
    words: 'gamma, shape 0.5, scale 2',
    support: [0, Infinity],
    mean: 1,
    variance: 2,
    quantiles: [
      1.570796326796e-12, 1.570797149262e-6, 0.00393214000002, 0.1484718618325, 0.4549364231196, 2.705543454095,
      10.82756617066, 23.92812697688,
    ],
  },
  {
    law: { gamma: { mean: 3, sd: Math.sqrt(4.5) } },
    words: `gamma, mean 3, sd ${Math.sqrt(4.5)}`,
    support: [0, Infinity],
    mean: 3,
    variance: 4.5,
    quantiles: [
      0.002122320992219, 0.06810302665423, 0.533042266048, 1.646023816055, 2.517520485025, 5.834580254801,
      13.85012021468, 25.03263118624,
    ],
  },
  {
    law: { gamma: { shape: 40, scale: 0.1 } },
    words: 'gamma, shape 40, scale 0.1',
    support: [0, Infinity],
    mean: 4,
    variance: 0.4,
    quantiles: [
      1.675315023431, 2.325993796458, 3.019573919434, 3.645767115694, 3.966716501069, 4.828910180763, 6.241961200788,
      7.754026115403,
    ],
  },
  {
    law: { gamma: { shape: 2, scale: 1.5, low: 1, high: 6 } },
    words: 'gamma, shape 2, scale 1.5, cut below 1 and above 6',
    support: [1, 6],
    mean: 2.8726670739266891,
    variance: 1.671091374028931,
    quantiles: [
      1.000003348666, 1.003346806271, 1.1635916076, 1.951537166056, 2.645985005599, 4.837245932409, 5.984416089364,
      5.999984355296,
    ],
  },
];
