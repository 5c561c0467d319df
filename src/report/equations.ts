import { i, n, o, over, row, sub, sum, sup } from './mathml.js';
import type { Equation } from './report.js';

const gb = row(i('g'), i('b'));
const gj = row(i('g'), i('j'));

/** The model's main lines; docs/model.md of garrison has every term, and the tests that hold it to exact answers. */
export const modelEquations: readonly Equation[] = [
  {
    words:
      'Attacks by an armed group g come at a rate per day: a baseline μ times season s, effort A, what departures signal z and what they leave open v, and what earlier attacks and strikes j provoke; regimes (γ) and deterrence (D) multiply all of it.',
    text: 'λ_g = γ_g D_g [ μ_g s_g A_g exp(η_w z_w + η_v v) + Σ_j n_gj β_j e_j ]',
    mathml: row(
      sub(i('λ'), i('g')),
      o('='),
      sub(i('γ'), i('g')),
      sub(i('D'), i('g')),
      o('['),
      sub(i('μ'), i('g')),
      sub(i('s'), i('g')),
      sub(i('A'), i('g')),
      sup(i('e'), row(sub(i('η'), i('w')), sub(i('z'), i('w')), o('+'), sub(i('η'), i('v')), i('v'))),
      o('+'),
      sum(i('j')),
      sub(i('n'), gj),
      sub(i('β'), i('j')),
      sub(i('e'), i('j')),
      o(']'),
    ),
  },
  {
    words:
      'An attack falls on base b by its weight: more on more people (exponent α of N), less on a hardened, defended or distant base. People of some nations draw more than others: Ñ counts them so.',
    text: 'P(b | g) = w_gb / Σ_b w_gb,  w_gb = (Ñ_b / 1000)^α_N exp(−α_H H_b − α_A AD_b − α_D d_gb)',
    mathml: row(
      i('P'),
      o('('),
      i('b'),
      o('|'),
      i('g'),
      o(')'),
      o('='),
      over(sub(i('w'), gb), row(sum(i('b')), sub(i('w'), gb))),
      o(','),
      sub(i('w'), gb),
      o('='),
      sup(row(o('('), over(sub(i('Ñ'), i('b')), n('1000')), o(')')), sub(i('α'), i('N'))),
      sup(
        i('e'),
        row(
          o('−'),
          sub(i('α'), i('H')),
          sub(i('H'), i('b')),
          o('−'),
          sub(i('α'), i('A')),
          sub(i('AD'), i('b')),
          o('−'),
          sub(i('α'), i('D')),
          sub(i('d'), gb),
        ),
      ),
    ),
  },
  {
    words:
      'How much effort is left when bases close is the heart of the debate: with elasticity ε = 0 attacks are the same and fall on the bases that are left; with ε = 1 what a closed base drew is gone.',
    text: 'A_g = min(A_max, (S_g / S_g,ref)^ε),  S_g = Σ_b w_gb',
    mathml: row(
      sub(i('A'), i('g')),
      o('='),
      i('min'),
      o('('),
      sub(i('A'), i('max')),
      o(','),
      sup(row(o('('), over(sub(i('S'), i('g')), sub(i('S'), row(i('g'), o(','), i('ref')))), o(')')), i('ε')),
      o(')'),
      o(','),
      sub(i('S'), i('g')),
      o('='),
      sum(i('b')),
      sub(i('w'), gb),
    ),
  },
  {
    words:
      'Exposure counts the people present at each attack k, just before it; per person it is divided by the days that people spent there. The two part company in a drawdown, so both are shown.',
    text: 'person-attacks = Σ_k N_b(k)(t_k−);  per 1,000 person-days = 1000 Σ person-attacks / Σ ∫ N dt',
    mathml: row(
      i('E'),
      o('='),
      sum(i('k')),
      sub(i('N'), row(i('b'), o('('), i('k'), o(')'))),
      o('('),
      sub(i('t'), i('k')),
      o('−'),
      o(')'),
      o(','),
      i('R'),
      o('='),
      n('1000'),
      over(row(sum(i('r')), sub(i('E'), i('r'))), row(sum(i('r')), o('∫'), sub(i('N'), i('r')), i('d'), i('t'))),
    ),
  },
];

/** The interval of a mean. */
export const meanEquation: Equation = {
  words:
    'The interval of a mean is Monte Carlo error: how far it could be off for want of more replications (Student’s t; where a few replications carry the mean, one that allows for skewness).',
  text: 'x̄ ± t(0.975, n−1) s / √n',
  mathml: row(
    `<mover>${i('x')}${o('¯')}</mover>`,
    o('±'),
    sub(i('t'), row(n('0.975'), o(','), i('n'), o('−'), n('1'))),
    over(i('s'), `<msqrt>${i('n')}</msqrt>`),
  ),
};

/** The interval of a paired difference. */
export const pairedEquation: Equation = {
  words:
    'Scenarios are compared replication by replication with the same luck. What counts is the spread of the differences D, smaller than that of independent runs the higher the correlation ρ; level 1 − α/m for each of m alternatives, so that all hold together (Bonferroni).',
  text: 'D_r = A_r − B_r;  D̄ ± t(1 − α/2m, n−1) s_D / √n',
  mathml: row(
    sub(i('D'), i('r')),
    o('='),
    sub(i('A'), i('r')),
    o('−'),
    sub(i('B'), i('r')),
    o(','),
    `<mover>${i('D')}${o('¯')}</mover>`,
    o('±'),
    sub(i('t'), row(n('1'), o('−'), i('α'), o('/'), n('2'), i('m'), o(','), i('n'), o('−'), n('1'))),
    over(sub(i('s'), i('D')), `<msqrt>${i('n')}</msqrt>`),
  ),
};
