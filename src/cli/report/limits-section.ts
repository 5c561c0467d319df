import { capitalised, listed } from '../../experiment/story/words.js';
import type { ClaimResult } from '../../experiment/claims.js';
import { assumptions, type Assumption } from '../../model/scenario/assumptions.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { Block, Section, Table } from '../../report/index.js';
import { figure, percent } from '../number-text.js';
import type { RecordComparison } from '../record-comparison.js';
import { pathWords } from './path-words.js';

interface About {
  readonly scenario: Scenario;
  readonly claims: readonly ClaimResult[];
  readonly record: readonly RecordComparison[];
}

/** Which findings rest on the record, on a source and on assumption, and what nobody may read out of the result. */
export function limitsSection({ scenario, claims, record }: About): Section {
  const register = new Map(assumptions(scenario).map((line) => [line.path, line]));
  const inside = record.filter(({ isOutside }) => !isOutside);
  const rows = [
    ...record.filter(({ isOutside }) => isOutside).map(recordRow),
    ...insideRow(inside),
    ...claims.flatMap((claim) => claimRows(claim, register, scenario)),
  ];
  const table: Block[] =
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            table: { caption: 'What findings rest on', head: ['finding', 'rests on', 'status'], rows, numeric: [] },
          },
        ];
  const told: Block[] =
    record.length === 0
      ? []
      : [
          {
            kind: 'fold',
            title: `All ${record.length} numbers held against the record`,
            blocks: [{ kind: 'table', table: recordTable(record) }],
          },
        ];
  return {
    id: 'limits',
    title: 'Limits: what the findings rest on',
    blocks: [...table, ...told, { kind: 'list', items: record.length > 0 ? limits : [...limits, unheld] }],
  };
}

function recordRow({ what, record, low, high }: RecordComparison): string[] {
  return [
    capitalised(what),
    `the public record: ${figure(record)}, outside the central 95 % of replications (${figure(low)} to ${figure(high)})`,
    'contradicted by the record',
  ];
}

function insideRow(inside: readonly RecordComparison[]): string[][] {
  if (inside.length === 0) return [];
  return [
    [
      capitalised(listed(inside.map(({ what }) => what))),
      'the public record: inside the central 95 % of replications',
      'not contradicted by the record',
    ],
  ];
}

function recordTable(record: readonly RecordComparison[]): Table {
  return {
    caption: 'The public record against the replications',
    head: ['', 'record', 'central 95 % of replications', 'replications with as few or fewer', ''],
    rows: record.map(({ what, record: seen, low, high, shareAtMost, isOutside }) => [
      capitalised(what),
      figure(seen),
      `${figure(low)} to ${figure(high)}`,
      percent(shareAtMost),
      isOutside ? 'outside' : 'inside',
    ]),
    numeric: [1, 2, 3],
  };
}

function claimRows(claim: ClaimResult, register: ReadonlyMap<string, Assumption>, scenario: Scenario): string[][] {
  if (claim.restsOn.length === 0)
    return [[`Claim: ${claim.name}`, 'none of the uncertain numbers by itself', 'the model’s form']];
  return claim.restsOn.map(({ path }) => {
    const line = register.get(path);
    const source = line?.source ?? line?.note;
    return [
      `Claim: ${claim.name}`,
      capitalised(pathWords(path, scenario)),
      line?.source === undefined
        ? source?.startsWith('assumed')
          ? source
          : `assumed${source === undefined ? '' : `; ${source}`}`
        : `source: ${line.source}`,
    ];
  });
}

const unheld =
  'No scenario here is held against the record of attacks; garrison run of one that is meant as what happened says where the model contradicts it.';

const limits: readonly string[] = [
  'These are outcomes of a model, not observations, and not a forecast. A different model could say otherwise.',
  'Attacks by base are not a forecast for a site: where attacks fall rests on headcount, hardening and distance only. Hardening, air defence and capacity are placeholders, not estimates of a real site.',
  'Two intervals mean two things. The interval of a mean says how far it could be off for want of more replications; more of them make it narrower. The spread of replications is what could happen, chance and ignorance together; more of them do not.',
  'Uncertain numbers are drawn anew in each replication within the ranges that the scenario gives. If a range is wrong, no interval here shows it.',
  'Not modelled at all: legitimacy and popular opinion, diplomacy as an actor, anything about a real site’s protection.',
  'The record of 2019 and 2020 speaks to concentration and to substitution, not to cause: the pandemic, talks, a truce, air defence and strikes fell in the same months.',
];
