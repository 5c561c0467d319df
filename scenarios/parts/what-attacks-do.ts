import type { ScenarioInput } from 'garrison';

export const handOverResidual = {
  first: {
    value: { pert: { low: 0, mode: 0.1, high: 0.5 } },
    source: 'BIC 2020, in words: less attacked, not immune; data/model-parameters.csv: residual just after a hand-over',
  },
  final: {
    value: { pert: { low: 0, mode: 0.1, high: 0.5 } },
    source: 'BIC 2020, in words: less attacked, not immune; data/model-parameters.csv: residual in the long run',
  },
} satisfies ScenarioInput['handOverResidual'];

export const convoys = {
  hazardPerConvoyDay: {
    value: { lognormal: { p5: 0.003, p95: 0.075, low: 0.002, high: 0.2 } },
    source: 'press: 93 attacks on 6,100 convoys in 2008, one day each; data/model-parameters.csv: convoy hazard',
  },
} satisfies ScenarioInput['convoys'];

export const severity = {
  fatalProbability: {
    value: { pert: { low: 0.005, mode: 0.05, high: 0.15 } },
    source: 'public record: 2 of 28 attacks up to March 2020; data/model-parameters.csv: chance that an attack kills',
  },
  fatalityExponent: {
    value: { pert: { low: 2.1, mode: 2.5, high: 3 } },
    source: 'Bohórquez et al. 2009; data/model-parameters.csv: fatality exponent',
  },
} satisfies ScenarioInput['severity'];
