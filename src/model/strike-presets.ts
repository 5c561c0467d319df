/**
 * What strikes do to an actor is contested: in three of six British interventions they went with backlash, in one with
 * deterrence, in two with neither (LaFree, Dugan and Korte 2009). Three readings to run side by side, none of them the
 * truth: spread one into an actor, and its `branching` into the actor's own.
 */
export const strikePresets = {
  backlash: { branching: { strikes: preset(0.9, 'backlash') }, deterrence: { depth: preset(0, 'backlash') } },
  deterrence: { branching: { strikes: preset(0, 'deterrence') }, deterrence: { depth: preset(1.5, 'deterrence') } },
  mixed: { branching: { strikes: preset(0.5, 'mixed') }, deterrence: { depth: preset(0.5, 'mixed') } },
};

function preset(value: number, name: string): { value: number; note: string } {
  return { value, note: `preset ${name}; contested (LaFree, Dugan and Korte 2009)` };
}
