import { duration, figure } from '../number-text.js';
import { placedText } from '../result-card.js';
import { coloursOf, type Terminal } from '../terminal.js';
import type { PlacedDesign } from './place-design.js';

/** What the terminal shows of a finished design: the answer, its tables, and where everything lies. */
export function designCard(placed: PlacedDesign, { stdout, env }: Terminal): string {
  const { manifest, finding } = placed;
  const { evaluations, failures, seed, hash, warnings, run } = manifest;
  const { bold, dim, yellow } = coloursOf(stdout, env);
  const perThousand = (1000 * run.seconds) / Math.max(1, evaluations);
  const blocks = [
    bold(finding.answer),
    ...finding.blocks,
    warnings.map((warning) => `${yellow('warning')}: ${warning}`).join('\n'),
    [
      dim(
        `${figure(evaluations)} evaluations (${failures} failed) · seed ${seed} · ${hash.slice(0, 8)} · ${duration(run.seconds)}, ${duration(perThousand)} per thousand`,
      ),
      `Results: ${placed.path}${placedText(placed)}`,
      `Read on: ${placed.report ? 'report.html, ' : ''}${finding.tables.map(({ file }) => file).join(', ')}, evaluations.csv and points.csv (every evaluation)${placed.figures ? ', figures/' : ''}`,
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The same for `--json`. */
export function designJson({ manifest, finding, path, kind }: PlacedDesign): string {
  const { title, hash, seed, warnings } = manifest;
  const result = { answer: finding.answer, ...finding.object };
  return `${JSON.stringify({ ok: true, title, hash, seed, folder: path, folderIs: kind, warnings, ...result }, null, 2)}\n`;
}
