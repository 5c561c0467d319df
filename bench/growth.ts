import { exponentOf, microsOf, type GrowthPoint } from './growth/measure.js';
import { growths } from './growth/grows.js';
import { digits, progress, report } from './report.js';

// How cost grows with each size of a scenario: `npm run bench:growth [name …]`. The exponent is that of a power law through
// the three largest sizes, where what does not grow weighs least.

const asked = process.argv.slice(2);
const rows = growths
  .filter(({ name }) => asked.length === 0 || asked.includes(name))
  .flatMap(({ name, sizes, of, open }) => {
    const points: GrowthPoint[] = sizes.map((size) => ({ size, micros: microsOf(open(size)) }));
    const exponent = exponentOf(points.slice(-3));
    progress(`${name}: exponent ${exponent.toFixed(2)}`);
    return points.map(({ size, micros }) => ({
      grows: name,
      size: digits(size, 6),
      [`µs`]: digits(micros),
      per: of,
      exponent: Number(exponent.toFixed(2)),
    }));
  });
report({ key: 'growth', title: 'Processor time by size, and the exponent at the three largest sizes', rows });
