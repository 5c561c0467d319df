import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { commandLine } from '../command-words.js';
import { csvLine } from '../csv-text.js';
import { engine } from '../engine.js';
import { exitCode } from '../exit-code.js';
import { hostFacts } from '../manifest.js';
import { openOutputFolder } from '../output-folder.js';
import { seedName } from '../place-results.js';
import type { Terminal } from '../terminal.js';
import { calibrationCard } from './calibration-card.js';
import { calibrationObject } from './calibration-object.js';
import { findCalibration, type CalibrateOptions, type Calibration } from './calibration.js';
import { parametersText } from './parameters-text.js';

export interface CalibrateCommand extends CalibrateOptions {
  readonly out: string;
  readonly figures: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `garrison calibrate`: from a record and a scenario to a card and a folder. Ctrl-C leaves nothing behind. */
export async function calibrateScenario(options: CalibrateCommand, terminal: Terminal): Promise<number> {
  const started = new Date().toISOString();
  const before = performance.now();
  const progress = openSteps(options, terminal);
  const name = basename(options.scenario, extname(options.scenario));
  const folder = openOutputFolder(resolve(terminal.cwd, options.out, `${name}-calibrate`));
  try {
    const calibration = await findCalibration(options, { terminal, step: progress.step });
    await progress.step('writing');
    const words = repeatedBy(options);
    writeCalibration(calibration, { folder: folder.path, command: commandLine(words) });
    const seconds = (performance.now() - before) / 1000;
    const manifest = {
      formatVersion: 1,
      kind: 'calibration',
      title: calibration.loaded.compiled.scenario.title,
      hash: calibration.hash,
      seed: options.seed,
      garrison: engine().version,
      warnings: calibration.warnings,
      scenario: calibration.loaded.compiled.scenario,
      run: {
        record: options.record,
        file: options.scenario,
        set: options.set,
        command: commandLine([...words, '--out', options.out]),
        started,
        seconds,
        node: process.version,
        host: hostFacts(),
      },
    };
    writeJson(join(folder.path, 'manifest.json'), manifest);
    if (options.figures) {
      await progress.step('drawing');
      await drawInto(join(folder.path, 'figures'), calibration);
    }
    const placed = folder.finish(`${seedName(options.seed)}-${options.draws}-${calibration.hash.slice(0, 8)}`);
    progress.end();
    const inside = relative(terminal.cwd, placed.path);
    const path = inside.startsWith('..') ? placed.path : inside;
    const told = { calibration, placed, path, seconds, figures: options.figures };
    const object = {
      ok: true,
      folder: path,
      folderIs: placed.kind,
      ...calibrationObject(calibration),
    };
    terminal.stdout.write(options.json ? `${JSON.stringify(object, null, 2)}\n` : calibrationCard(told, terminal));
    return exitCode.done;
  } catch (error) {
    progress.end();
    folder.discard();
    if (!(error instanceof Interrupted)) throw error;
    terminal.stderr.write('Interrupted. Nothing was written.\n');
    return exitCode.interrupted;
  }
}

function writeCalibration(
  calibration: Calibration,
  { folder, command }: { readonly folder: string; readonly command: string },
): void {
  const { patch, scenario, record } = calibration;
  writeJson(join(folder, 'calibration.json'), calibrationObject(calibration));
  for (const { about, table } of calibration.tables) {
    const header = table.numbers.map(({ path, words }) => path ?? words);
    const rows = Array.from({ length: table.rows }, (_, row) => table.numbers.map(({ draws }) => draws[row]!));
    const file = `draws-${about.replaceAll(' ', '-')}.csv`;
    writeFileSync(join(folder, file), [header, ...rows].map(csvLine).join(''));
  }
  writeJson(join(folder, 'parameters.json'), patch);
  writeJson(join(folder, 'scenario.json'), scenario);
  const source = record.record.countingRule.replace(/\.$/, '');
  writeFileSync(join(folder, 'parameters.ts'), parametersText(patch, { source, command }));
  const rows = record.record.leftOut.map(({ line, date, place, reason, why }) => [line, date, place, reason, why]);
  const lines = [['line', 'date', 'place', 'reason', 'why'], ...rows];
  writeFileSync(join(folder, 'left-out.csv'), lines.map(csvLine).join(''));
}

async function drawInto(folder: string, calibration: Calibration): Promise<void> {
  const [{ pageOf, usualLook }, { writeDrawings }, { drawCalibration }] = await Promise.all([
    import('../../figures/index.js'),
    import('../write-drawing.js'),
    import('./calibration-drawings.js'),
  ]);
  mkdirSync(folder);
  await writeDrawings(drawCalibration(calibration, pageOf(usualLook)), folder);
}

class Interrupted extends Error {}

/** Says what is being done where somebody watches, and lets Ctrl-C in between two steps. */
function openSteps({ quiet }: { readonly quiet: boolean }, { stderr, signal }: Terminal) {
  const shows = !quiet && stderr.isTTY;
  return {
    step: async (doing: string): Promise<void> => {
      // Signals are heard between two turns of the loop only.
      await new Promise((resume) => setImmediate(resume));
      if (signal.aborted) throw new Interrupted();
      if (shows) stderr.write(`\r${doing} …\u001b[K`);
    },
    end: (): void => {
      if (shows) stderr.write('\r\u001b[K');
    },
  };
}

/** The words that fit the same again, wherever it is put. */
function repeatedBy(options: CalibrateCommand): string[] {
  const { record, scenario, rules, from, until, periods, seed, imputations, draws, set } = options;
  const one = (word: string, value: string | undefined): string[] => (value === undefined ? [] : [word, value]);
  return [
    'calibrate',
    record,
    ...['--scenario', scenario],
    ...one('--rules', rules),
    ...one('--from', from),
    ...one('--until', until),
    ...periods.flatMap((date) => ['--period', date]),
    ...['--seed', String(seed), '--imputations', String(imputations), '--draws', String(draws)],
    ...set.flatMap((assignment) => ['--set', assignment]),
  ];
}

function writeJson(path: string, value: object): void {
  // A list of numbers stands on one line.
  const text = JSON.stringify(value, null, 2).replace(
    /\[\s+(-?\d[^\]"{}[]*?)\s+\]/g,
    (_, list: string) => `[${list.replace(/,\s+/g, ', ')}]`,
  );
  writeFileSync(path, `${text}\n`);
}
