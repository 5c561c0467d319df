import { canBeCompared, metricOf, type Metric, type MetricQuestion } from '../experiment/compare/index.js';
import { outcomeColumns } from '../model/outcome-columns.js';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import type { ComparedMember } from './compared-member.js';

/**
 * What a study asks as metrics of its scenarios.
 * @throws UserFault where an outcome is none of every scenario, or has no mean.
 */
export function metricsOf(
  questions: readonly MetricQuestion[],
  members: readonly Pick<ComparedMember, 'key' | 'compiled'>[],
): Metric[] {
  const columns = members.map(({ compiled }) => outcomeColumns(compiled));
  const faults: Fault[] = [];
  questions.forEach(({ outcome, per }, index) => {
    const asked: readonly (readonly [string, string | undefined])[] = [
      ['outcome', outcome],
      ['per', per],
    ];
    for (const [what, name] of asked) {
      if (name === undefined) continue;
      const path = `metrics[${index}].${what}`;
      const missing = members.find((_, m) => !columns[m]!.some((column) => column.name === name));
      const known = columns[0]!.map((column) => column.name).filter(canBeCompared);
      if (missing)
        faults.push({
          path,
          value: name,
          rule: `must be an outcome of every scenario, and ${missing.key} has none of that name`,
          hint: didYouMean(name, known) ?? 'replications.csv of a run lists them',
        });
      else if (!canBeCompared(name) || (what === 'per' && per !== undefined && name.includes('Per1')))
        faults.push({ path, value: name, rule: 'must be an outcome that has a mean over all replications' });
    }
  });
  if (faults.length > 0) throw new UserFault(faults);
  const unitOf = (name: string): string => columns[0]!.find((column) => column.name === name)?.unit ?? '';
  return questions.map((question) => metricOf(question, unitOf));
}
