import { claimWords } from '../model/scenario/claim-words.js';
import type { LoadedWithClaims } from './load-with-claims.js';

interface Colours {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The claims of a scenario in words, and what a run simulates for them. Empty without claims. */
export function claimsInWords(loaded: LoadedWithClaims, { bold, dim }: Colours): string {
  const { claims } = loaded.compiled.scenario;
  if (claims.length === 0) return '';
  const listed = claims.flatMap((claim) => [
    `  ${claim.name}: ${claim.says} (${[claim.document, claim.source].filter((text) => text !== undefined).join(', ')})`,
    dim(`    ${claimWords(claim)}`),
  ]);
  const [, ...others] = simulated(loaded);
  const runs =
    others.length === 0
      ? 'A run simulates this scenario only.'
      : `A run simulates ${1 + others.length} scenarios with the same luck: this one and ${others.join(', ')}.`;
  return [bold('Claims'), ...listed, `  ${runs}`, ...loaded.claimWarnings.map((text) => `  ${text}`)].join('\n');
}

/** The same for programs; nothing without claims. */
export function claimsJson(loaded: LoadedWithClaims): object {
  const { claims } = loaded.compiled.scenario;
  if (claims.length === 0) return {};
  return {
    claims: claims.map((claim) => ({
      name: claim.name,
      says: claim.says,
      source: claim.source,
      ...(claim.document === undefined ? {} : { document: claim.document }),
      words: claimWords(claim),
    })),
    simulates: simulated(loaded),
    claimWarnings: loaded.claimWarnings,
  };
}

/** Files of the scenarios that a run simulates, this one first, the others as claims name them. */
function simulated({ file, compared }: LoadedWithClaims): string[] {
  return [file, ...[...new Set(compared.values())].map(({ named }) => named)];
}
