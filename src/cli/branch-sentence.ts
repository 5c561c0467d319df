import { longDate } from '../model/scenario/iso-date.js';
import type { Branch, RegimeChain } from '../model/scenario/regime-schema.js';
import { figure } from './number-text.js';
import { numberText } from './plan-sentence.js';

/** A branch point without its date: "talks, with probability 0.6: truce, pull out; otherwise: war". */
export function branchSentence({ name, probability, then, otherwise }: Branch): string {
  const side = ({ regimes, plan }: Branch['then']): string => [...regimes, ...plan].join(', ') || 'nothing';
  return `${name}, with probability ${numberText(probability)}: ${side(then)}; otherwise: ${side(otherwise)}`;
}

/** A chain as sentences, one for it and one for each state: "conflict: calm: attack rates times 1, for 60 days …". */
export function chainSentences(chain: RegimeChain): string[] {
  const from = chain.firstDay === undefined ? 'the start' : longDate(chain.firstDay);
  const to = chain.lastDay === undefined ? 'the end' : longDate(chain.lastDay);
  const whose = chain.actors ? ` of ${chain.actors.join(', ')}` : '';
  const heading = `${chain.name}, ${from} to ${to}: a chain that starts in ${chain.start}`;
  const states = Object.entries(chain.states).map(([key, { gate, stayDays, next }]) => {
    const rates = `${chain.name}: ${key}: attack rates${whose} times ${numberText(gate)}`;
    if (!stayDays) return `${rates}, for good`;
    const stay =
      'mean' in stayDays
        ? `a Gamma time of mean ${numberText(stayDays.mean)} and sd ${numberText(stayDays.sd)} days`
        : `a Gamma time of shape ${numberText(stayDays.shape)} and scale ${numberText(stayDays.scale)} days`;
    return `${rates}, for ${stay}, then ${nextText(next ?? {})}`;
  });
  return [heading, ...states];
}

function nextText(next: NonNullable<RegimeChain['states'][string]['next']>): string {
  const weights = Object.entries(next);
  const [only] = weights;
  if (weights.length === 1 && only) return only[0];
  const total = weights.reduce((sum, [, { value }]) => sum + (typeof value === 'number' ? value : NaN), 0);
  return weights
    .map(([key, weight]) => {
      const share = typeof weight.value === 'number' ? weight.value / total : NaN;
      return Number.isNaN(share) ? `${key} (weight ${numberText(weight)})` : `${key} (${figure(share)})`;
    })
    .join(' or ');
}
