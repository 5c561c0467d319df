import type { Claim } from './claims-schema.js';

const relations: Readonly<Record<Claim['relation'], string>> = {
  above: 'is above',
  below: 'is below',
  atLeast: 'is at least',
  atMost: 'is at most',
};

/** A claim as what is computed: "attacks per personDays is above 1.2 times the same in ./stay.ts". */
export function claimWords(claim: Claim): string {
  const { outcome, per, relation, times, than } = claim;
  const factor = times === 1 ? '' : `${times} times `;
  return `${sideWords({ outcome, per })} ${relations[relation]} ${factor}${thanWords(than, { outcome, per })}`;
}

interface Side {
  readonly outcome: string;
  readonly per?: string | undefined;
}

export function sideWords({ outcome, per }: Side): string {
  return per === undefined ? outcome : `${outcome} per ${per}`;
}

function thanWords(than: Claim['than'], left: Side): string {
  if (typeof than === 'number') return String(than);
  const same = than.outcome === left.outcome && than.per === left.per;
  const what = same ? 'the same' : sideWords(than);
  return than.scenario === undefined ? what : `${what} in ${than.scenario}`;
}
