/** How a text is set: size in px, weight as in CSS. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
}

/**
 * Width in px of one line set in Inter, from the font's own advance widths (SIL Open Font License); kerning is left out,
 * which makes it about one per cent too wide. A letter with an accent is as wide as without it; a character that is not
 * in the table counts as a wide one, so that a text is never wider than said.
 */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  const widths = bold ? semiBold : regular;
  let thousandths = 0;
  for (const character of text.normalize('NFD')) {
    if (!combining.test(character)) thousandths += widths.get(character) ?? OTHER;
  }
  return (thousandths * size) / 1000;
}

const combining = /\p{Mn}/u;
/** Thousandths of the size: an ideograph, or the widest letters of other alphabets. */
const OTHER = 1000;

/** Inter Regular and SemiBold, thousandths of the font size: U+0020 to U+007E, then what else texts here need. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i));
const others = '–—‘’“”…·×≥≤²€°→−ßæøłıđŒœ½±•\u00a0\u2009\u202f';

const regular = widthTable([
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
  566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
  753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
  583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
  333, 426, 662, 500, 1000, 261, 261, 440, 440, 864, 288, 662, 662, 662, 442, 667, 456, 954, 662, 616, 917, 600, 242,
  242, 612, 1005, 1000, 847, 662, 563, 281, 182, 182,
]);
const semiBold = widthTable([
  252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623, 636, 666, 612, 640,
  576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277, 580, 703, 565, 922,
  759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624,
  591, 389, 625, 612, 262, 262, 569, 262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455,
  359, 455, 673, 500, 1000, 294, 294, 507, 501, 956, 319, 673, 673, 673, 454, 679, 458, 954, 673, 644, 913, 609, 262,
  262, 624, 1014, 992, 870, 673, 503, 252, 166, 166,
]);

function widthTable(thousandths: readonly number[]): ReadonlyMap<string, number> {
  return new Map([...ascii, ...others].map((character, i) => [character, thousandths[i] ?? OTHER]));
}
