// Written by hand, so that the page needs neither a script nor a font to show equations (MathML Core).

export const i = (name: string): string => `<mi>${name}</mi>`;
export const o = (sign: string): string => `<mo>${sign}</mo>`;
export const n = (number: string): string => `<mn>${number}</mn>`;
export const row = (...parts: readonly string[]): string => `<mrow>${parts.join('')}</mrow>`;
export const sub = (base: string, under: string): string => `<msub>${base}${under}</msub>`;
export const sup = (base: string, over: string): string => `<msup>${base}${over}</msup>`;
export const over = (above: string, below: string): string => `<mfrac>${above}${below}</mfrac>`;
export const sum = (under: string): string => `<munder>${o('∑')}${under}</munder>`;
