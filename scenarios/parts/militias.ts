import type { ScenarioInput } from 'garrison';

// One actor stands for all militias: hardly any attack of 2020 can be put down to one group. A parameter given as low,
// mode and high is a PERT law; its ends are those of data/model-parameters.csv. None was fitted to this year's record.
export const militias = {
  name: 'Militias, all together',
  baselinePerDay: {
    value: { lognormal: { p5: 0.05, p95: 0.25, low: 0.05, high: 0.3 } },
    source:
      'BIC 2020: nearly 30 attacks in 152 days, times the unprovoked 60 %; data/model-parameters.csv: baseline of all militias together',
  },
  branching: {
    militias: {
      value: { pert: { low: 0, mode: 0.4, high: 0.8 } },
      source: 'Lewis et al. 2012: 37 to 50 % self-excited; data/model-parameters.csv: branching ratio',
      note: 'White, Porter and Mazerolle 2013 find 0.82 to 0.99',
    },
    // The sign of what a strike does is contested: from deterrence (0) over mixed (0.5) and backlash (0.9) to 4.
    strikes: {
      value: { pert: { low: 0, mode: 0.5, high: 4 } },
      source: 'LaFree, Dugan and Korte 2009: contested; data/model-parameters.csv: attacks provoked by a strike',
    },
  },
  meanLagDays: {
    value: { pert: { low: 3, mode: 10, high: 20 } },
    source: 'Lewis et al. 2012: at most two to six weeks; data/model-parameters.csv: mean lag',
  },
  fatalBoost: {
    value: { pert: { low: 0, mode: 0.5, high: 2 } },
    note: 'assumed; range of data/model-parameters.csv: extra weight of a fatal attack',
  },
  targetChoice: {
    sizeExponent: {
      value: { pert: { low: 0, mode: 0.7, high: 1.2 } },
      note: 'assumed; range of data/model-parameters.csv: size exponent',
    },
    // The heart of the debate, so no value is favoured: from effort that grows as targets vanish, over effort that
    // is displaced in full (0), to no displacement (1).
    effortElasticity: {
      value: { uniform: { low: -0.5, high: 1 } },
      note: 'assumed; range of data/model-parameters.csv: effort elasticity',
    },
  },
  emboldening: {
    perShareWithdrawn: {
      value: { pert: { low: -0.5, mode: 0.35, high: 1.5 } },
      source:
        'Iyengar and Monten 2008: 7 to 10 % more attacks; data/model-parameters.csv: emboldening by a full withdrawal',
    },
    decayDays: {
      value: { pert: { low: 7, mode: 15, high: 60 } },
      source: 'Iyengar and Monten 2008: gone within a month; data/model-parameters.csv: decay of emboldening',
    },
  },
} satisfies ScenarioInput['actors'][string];
