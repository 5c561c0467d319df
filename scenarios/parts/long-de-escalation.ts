/**
 * Talks from the third strategic dialogue on, which held the role of the troops to be training and advice. They may end in a settlement that lasts, or
 * collapse into an escalation and be taken up again. All of it is assumed: nobody has measured what such talks do.
 */
export const longDeEscalation = {
  name: 'deEscalation',
  firstDay: '2021-04-07',
  start: 'talks',
  states: {
    talks: {
      gate: {
        value: { pert: { low: 0.2, mode: 0.6, high: 1 } },
        note: 'assumed; in the range of data/model-parameters.csv: gate of a truce, above 0.2 as talks are not yet one',
      },
      stayDays: { mean: { value: 90, note: 'assumed' }, sd: { value: 45, note: 'assumed' } },
      next: {
        settlement: { value: 1, note: 'by definition: the other weight is against this one' },
        collapse: {
          value: { pert: { low: 0.2, mode: 1, high: 4 } },
          note: 'assumed: from one collapse in six rounds of talks, over one in two, to four in five',
        },
      },
    },
    settlement: {
      gate: {
        value: { pert: { low: 0, mode: 0.15, high: 0.6 } },
        note: 'assumed; range of data/model-parameters.csv: gate of a truce, above 0.6 no truce worth the name',
      },
    },
    // Above 2.5 attacks would multiply for weeks, which nobody claims of 2021.
    collapse: {
      gate: {
        value: { pert: { low: 1, mode: 1.5, high: 2.5 } },
        note: 'assumed; low part of the range of data/model-parameters.csv: gate of an escalation',
      },
      stayDays: { mean: { value: 30, note: 'assumed' }, sd: { value: 10, note: 'assumed' } },
      next: { talks: { value: 1, note: 'by definition: nothing else can follow' } },
    },
  },
  source: 'data/timeline.csv: 2021-04-07 Third US-Iraq strategic dialogue',
  note: 'the day the talks begin is the dialogue’s; that they go on from there is what this strategy is',
};
