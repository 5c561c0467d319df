import { mkdirSync } from 'node:fs';
import { evaluateClaims } from '../experiment/claims.js';
import { strategyOf, type Metric, type Strategy } from '../experiment/compare/index.js';
import { eventTrail } from '../experiment/event-trail.js';
import type { Results } from '../experiment/results.js';
import { summarise } from '../experiment/summarise.js';
import { plainOf } from '../model/compared-together.js';
import { assumptions } from '../model/scenario/assumptions.js';
import type { ComparedMember } from './compared-member.js';
import { engine } from './engine.js';
import { countsOf, warningsOf, type Manifest } from './manifest.js';
import { writeResults, type RowsFormat } from './write-results.js';

/** A scenario of a comparison whose replications are all there. */
export interface FinishedMember {
  readonly member: ComparedMember;
  readonly results: Results;
  readonly run: Manifest['run'];
}

/** What of it the comparison goes on with. */
export interface WrittenMember {
  readonly member: ComparedMember;
  readonly strategy: Strategy;
  /** Of its numbers, then of its reading. */
  readonly warnings: readonly string[];
  readonly failures: number;
}

interface Writing {
  readonly finished: FinishedMember;
  /** All scenarios of the comparison: claims compare with them. */
  readonly all: readonly FinishedMember[];
  readonly metrics: readonly Metric[];
  readonly folder: string;
  readonly format: RowsFormat;
}

/** Writes one scenario of a comparison into a folder, as `garrison run` does but for the figures. */
export function writeMember({ finished, all, metrics, folder, format }: Writing): WrittenMember {
  const { member, results, run } = finished;
  const { key, hash, compiled } = member;
  const others = member.compared.map(({ named, key: other }) => ({
    named,
    ...all.find((each) => each.member.key === other)!,
  }));
  const counts = countsOf(results);
  const warnings = [...warningsOf(results, counts), ...member.warnings];
  const manifest: Manifest = {
    formatVersion: 1,
    title: results.scenario.title,
    hash,
    seed: results.seed,
    replications: results.n,
    garrison: engine().version,
    counts,
    warnings,
    ...plainOf(compiled),
    ...(others.length === 0 ? {} : { compared: others.map(({ named, member: other }) => comparedIn(named, other)) }),
    run,
  };
  mkdirSync(folder, { recursive: true });
  writeResults({
    folder,
    results,
    summary: summarise(results),
    claims: evaluateClaims({
      compiled,
      results,
      compared: new Map(others.map((other) => [other.named, other.results])),
    }),
    assumptions: assumptions(results.scenario),
    manifest,
    format,
    trail: eventTrail(compiled, results),
  });
  return { member, strategy: strategyOf({ key, results }, metrics), warnings, failures: counts.failures };
}

function comparedIn(named: string, { hash, set, compiled }: ComparedMember): NonNullable<Manifest['compared']>[number] {
  return { file: named, hash, set, ...plainOf(compiled) };
}
