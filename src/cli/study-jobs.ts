import { resolve } from 'node:path';
import { isStudy } from '../model/study/read-study.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { loadStudy } from './load-study.js';
import { mustBeEstimable } from './must-be-estimable.js';
import { readScenarioFile } from './read-scenario-file.js';
import type { Terminal } from './terminal.js';
import type { JobPlan, JobsOptions } from './write-jobs.js';

/**
 * The work of a study; undefined where the files are scenarios.
 * @throws UserFault where a study does not stand alone, or stops by precision, which only one machine can.
 */
export async function studyJobs(options: JobsOptions, terminal: Terminal): Promise<JobPlan | undefined> {
  const { files, set } = options;
  const studies: string[] = [];
  for (const file of files)
    if (isStudy((await readScenarioFile({ path: resolve(terminal.cwd, file), name: file }, terminal)).input))
      studies.push(file);
  const [file] = studies;
  if (file === undefined) return undefined;
  if (files.length > 1) throw new UserFault(studies.map(aloneFault));
  const study = await loadStudy({ files, set, antithetic: options.antithetic }, terminal);
  const { members, name, title, question, metrics } = study;
  if (study.precision && options.replications === undefined) {
    const rule = 'cannot decide here how many: shards are cut before the first replication is made';
    const hint = 'give --replications; garrison compare on one machine tells how many it takes';
    throw new UserFault([{ path: `${file}: precision`, value: study.precision.text, rule, hint }]);
  }
  const replications = options.replications ?? study.replications;
  mustBeEstimable(replications);
  return {
    scenarios: members.map(({ key, file: from, set: changed, hash, compiled, warnings, compared }) => ({
      name: key,
      file: from,
      set: changed,
      hash,
      scenario: compiled.scenario,
      warnings,
      compared: compared.map((other) => ({
        index: members.findIndex((member) => member.key === other.key),
        named: other.named,
        texts: [other.named],
        set: members.find((member) => member.key === other.key)!.set,
      })),
      onlyCompared: false,
    })),
    replications,
    seed: options.seed ?? study.seed,
    comparison: { name, file, set, title, ...(question === undefined ? {} : { question }), metrics },
  };
}

function aloneFault(file: string): Fault {
  const hint = `garrison jobs ${file} makes a job list of it`;
  return { path: file, rule: 'must stand alone, for it is a study', hint };
}
