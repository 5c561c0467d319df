import type { AttackScope } from './attack-record.js';
import type { RecordFormat } from './record-format.js';
import type { RecordRules } from './record-rules.js';

const scopeWords: Readonly<Record<AttackScope, string>> = {
  base: 'on bases of the scenario',
  embassy: 'on the embassy zone',
  convoy: 'on convoys',
  other: 'elsewhere',
};

/** What a record counts, in one sentence for a figure's caption. */
export function countingRule(rules: RecordRules, format: RecordFormat): string {
  const parts = [
    `Attacks ${listed(rules.scopes.map((scope) => scopeWords[scope]))}`,
    ...ofForm(rules, format),
    'one row is one attack',
    ...(rules.knownToMonth === 'leaveOut' ? ['rows without an exact day left out'] : []),
  ];
  return `${parts.join('; ')}.`;
}

function ofForm(rules: RecordRules, format: RecordFormat): string[] {
  const { leaveOutModes, targets, kinds, scopes, violence } = rules;
  switch (format) {
    case 'garrison':
      return leaveOutModes.length > 0 ? [`${listed(leaveOutModes)} left out`] : [];
    case 'acled': {
      const counted = Object.entries(kinds).filter(
        ([, { scope, mode }]) => scopes.includes(scope) && !leaveOutModes.includes(mode),
      );
      return [
        `of ACLED’s events ${listed(counted.map(([name]) => name))}`,
        ...(targets ? [`against ${listed(targets)}`] : []),
      ];
    }
    case 'ucdp':
      return [`of UCDP GED’s events, each with at least one death, ${listed(violence)} ones`];
    default:
      return format satisfies never;
  }
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
