import type { CompiledScenario } from '../model/compile.js';
import type { Stretch } from '../model/regime-growth.js';
import { worstStretch } from '../model/worst-stretch.js';
import { figure, percent } from './number-text.js';

/** Regimes that end, but stand at or above criticality while they hold. */
export interface RegimeGrowthFound {
  /** The stretch in which attacks could multiply most. */
  readonly worst: Stretch;
  readonly factor: number;
  /** Share of replications with such a stretch. */
  readonly share: number;
  readonly replications: number;
}

/** Follows the regimes alone through so many replications of seed 1; undefined where attacks always die out. */
export function regimeGrowth(compiled: CompiledScenario, replications = 1000): RegimeGrowthFound | undefined {
  if (compiled.regimes.length + compiled.chains.length === 0) return undefined;
  const stretches = Array.from({ length: replications }, (_, replication) =>
    worstStretch(compiled, { seed: 1, replication }),
  ).filter(({ days }) => days > 0);
  const [first] = stretches;
  if (!first) return undefined;
  const worst = stretches.reduce((most, stretch) => (stretch.exponent > most.exponent ? stretch : most), first);
  return { worst, factor: Math.exp(worst.exponent), share: stretches.length / replications, replications };
}

export function regimeGrowthText({ worst, factor, share, replications }: RegimeGrowthFound): string {
  const often =
    share === 1 ? '' : ` Regimes above criticality hold in ${percent(share)} of ${figure(replications)} replications.`;
  const most = share === 1 ? '' : 'at worst ';
  return `under ${worst.names} each attack provokes one other or more, so that attacks multiply, ${most}by ${figure(factor)} over ${figure(worst.days)} days; the result is ruled by how long that lasts.${often}`;
}
