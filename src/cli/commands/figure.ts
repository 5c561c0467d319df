import type { CommandModule, Options } from 'yargs';
import { themes, usualLook, widths, type Theme } from '../../figures/look.js';
import { languages, type Language } from '../../figures/words/index.js';
import { formats, type Format } from '../figure-format.js';
import type { Choose } from '../job.js';
import { oneText } from './options.js';

interface FigureArguments {
  readonly name: string;
  readonly folder: string | undefined;
  readonly width: number;
  readonly theme: Theme;
  readonly lang: Language;
  readonly format: readonly Format[] | undefined;
  readonly out: string;
}

export const figureOptions = {
  width: {
    describe: 'Width as it is placed, in mm, cm or in: 85mm is a column, 170mm a page, 339mm a slide',
    default: usualLook.widthMm,
    defaultDescription: `${usualLook.widthMm}mm`,
    requiresArg: true,
    coerce: oneWidth,
  },
  theme: {
    describe: 'print: white paper; screen: a tinted card; dark: for dark slides',
    choices: themes,
    default: usualLook.theme,
    requiresArg: true,
  },
  lang: {
    describe: 'Language of what a figure says itself',
    choices: languages,
    default: usualLook.lang,
    requiresArg: true,
  },
  format: {
    describe: `Formats, with commas between: ${formats.join(', ')}. Default: all of them`,
    requiresArg: true,
    coerce: someFormats,
  },
  out: {
    describe: 'A folder for the files, or one file by its ending. Default: the folder one is in',
    type: 'string',
    default: '.',
    requiresArg: true,
    coerce: oneText('out'),
  },
} as const satisfies Record<string, Options>;

const about = `garrison figure [name] <folder>

Draws a figure of a finished folder again, from the rows that are stored there: at another width, in
another theme, as SVG, PNG or PDF. Nothing is simulated, and no file that is there already is
overwritten. Type keeps its size in points and the layout changes, so draw a figure at the width at
which it is placed. With a folder alone it lists the figures there are.`;

export function figure(choose: Choose): CommandModule<object, FigureArguments> {
  return {
    command: 'figure <name> [folder]',
    describe: 'Draw a figure of a finished folder again: width, theme, SVG, PNG, PDF',
    builder: (yargs) =>
      yargs
        .usage(about)
        .positional('name', {
          describe: 'Name of a figure, such as weekly-attacks',
          type: 'string',
          demandOption: true,
        })
        .positional('folder', { describe: 'A folder that garrison run, compare or trace wrote', type: 'string' })
        .options(figureOptions)
        .example('garrison figure DIR', 'which there are')
        .example('garrison figure by-base DIR --width 85mm', 'for a column')
        .example('garrison figure map DIR --width 339mm --theme dark', 'for a slide')
        .epilogue(''),
    handler: ({ name, folder, width: widthMm, theme, lang, format, out }) => {
      choose(async (terminal) => {
        if (folder === undefined) {
          const { listFigures } = await import('../list-figures.js');
          return listFigures(name, terminal);
        }
        const { redrawFigure } = await import('../redraw-figure.js');
        return redrawFigure({ name, folder, look: { widthMm, theme, lang }, format, out }, terminal);
      });
    },
  };
}

const millimetres = { mm: 1, cm: 10, in: 25.4 } as const;

/** A width in mm from "85mm", "8.5 cm", "3.35in" or a bare number of mm. */
function oneWidth(given: unknown): number {
  const text = String(given).trim();
  const [, number = '', unit = 'mm'] = /^(\d+(?:\.\d+)?)\s*(mm|cm|in)?$/.exec(text) ?? [];
  const widthMm = Math.round(100 * Number(number) * millimetres[unit === 'cm' || unit === 'in' ? unit : 'mm']) / 100;
  if (number !== '' && widthMm >= widths.least && widthMm <= widths.most) return widthMm;
  const rule = `--width must be ${widths.least}mm to ${widths.most}mm, such as 85mm, 17cm or 13.3in, given once`;
  throw new Error(`${rule}, got ${Array.isArray(given) ? given.join(' and ') : text}`);
}

function someFormats(given: unknown): Format[] {
  const asked = [given].flat().flatMap((text) => String(text).split(','));
  const found = formats.filter((format) => asked.includes(format));
  const unknown = asked.filter((text) => !formats.some((format) => format === text));
  if (unknown.length === 0) return found;
  throw new Error(`--format must be of ${formats.join(', ')}, with commas between, got ${unknown.join(', ')}`);
}
