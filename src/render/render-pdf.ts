import { readFileSync } from 'node:fs';
import { fontFiles } from './font-files.js';
import { sizeOf, widthMmOf } from './place-in-mm.js';

/** Points to the mm. */
const POINTS = 72 / 25.4;
/** A PDF tells when it was made; this one tells nothing, so that one SVG gives the same bytes every time. */
const noDate = new Date(0);

/**
 * Turns an SVG of {@link renderSvg} into a PDF of one page as large as the figure: lines and letters, no pixels, with
 * the letters used of Inter inside. `title` and `alt` are its document information.
 */
export async function renderPdf(
  svg: string,
  { title, alt }: { readonly title: string; readonly alt: string },
): Promise<Uint8Array> {
  const [{ default: PDFDocument }, { default: drawSvg }] = await Promise.all([
    import('pdfkit'),
    import('svg-to-pdfkit'),
  ]);
  const drawn = sizeOf(svg);
  const width = widthMmOf(svg) * POINTS;
  const height = (width * drawn.height) / drawn.width;
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    info: { Title: title, Subject: alt, Producer: 'garrison', Creator: 'garrison', CreationDate: noDate },
  });
  const parts: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const { regular, bold } = fontFiles();
  document.registerFont('regular', readFileSync(regular));
  document.registerFont('bold', readFileSync(bold));
  drawSvg(document, svg, 0, 0, {
    width,
    height,
    preserveAspectRatio: 'xMinYMin meet',
    fontCallback: (_family, isBold) => (isBold ? 'bold' : 'regular'),
    warningCallback: (warning) => {
      throw new Error(`an SVG of a figure must be drawn whole, got: ${warning}`);
    },
  });
  document.end();
  await ended;
  return Buffer.concat(parts);
}
