import type { TopLevelSpec } from 'vega-lite';
import { textWidth } from '../figures/text-width.js';
import { placeInMm, placingOf } from './place-in-mm.js';

/**
 * Draws a spec as SVG, as wide in mm as its `usermeta` says. One spec gives the same bytes every time. Nothing is fetched: data must stand in the spec.
 * `warn` is told what vega-lite and vega complain of. Loads vega (a quarter of a second) when first called.
 */
export async function renderSvg(spec: TopLevelSpec, warn: (text: string) => void = () => undefined): Promise<string> {
  const drawn = turn.then(() => draw(spec, warn));
  turn = drawn.catch(() => undefined);
  return drawn;
}

/** Vega numbers the definitions of a drawing in one global counter, so drawings take turns. */
let turn: Promise<unknown> = Promise.resolve();

async function draw(spec: TopLevelSpec, warn: (text: string) => void): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  vega.textMetrics.width = ({ fontSize = 11, fontWeight = 400 }, text) => {
    const bold = fontWeight === 'bold' || Number(fontWeight) >= 600;
    return text === null || text === undefined ? 0 : textWidth(String(text), { size: fontSize, bold });
  };
  const logger = vega.logger(vega.Warn, 'warn', (_method, _level, args) => warn(args.map(String).join(' ')));
  const compiled = compile(spec, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', loader: refusing(vega.loader()), logger });
  await view.runAsync();
  vega.resetSVGDefIds();
  const svg = await view.toSVG();
  view.finalize();
  const placing = placingOf(spec.usermeta);
  return placing ? placeInMm(svg, placing) : svg;
}

/** A loader that loads nothing, so that a spec can reach neither the network nor files. */
function refusing<L extends object>(loader: L): L {
  const refuse = (uri: string) => Promise.reject(new Error(`a figure's data must stand in its spec, got ${uri}`));
  return { ...loader, load: refuse, http: refuse, file: refuse };
}
