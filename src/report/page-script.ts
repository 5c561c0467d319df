/**
 * What the page does where scripts run: values on marks, the total or the risk per person, one base or scenario picked
 * out, and figures to take away. Without it everything is there to read. Plain text, so that the page has the same bytes
 * whatever compiled garrison.
 */
export const pageScript = `
(() => {
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
for (const each of all('.controls, .take')) each.hidden = false;

// Values of the mark under the pointer.
const tip = document.getElementById('tip');
const places = new WeakMap();
function placesOf(path) {
  if (places.has(path)) return places.get(path);
  const points = [...path.getAttribute('d').matchAll(/[ML](-?[\\d.e-]+),(-?[\\d.e-]+)/g)].map(([, x, y]) => [+x, +y]);
  const found = { xs: [...new Set(points.map(([x]) => x))].sort((a, b) => a - b), stepped: points.some(([x], i) => i > 0 && i < points.length / 2 - 1 && x === points[i - 1][0]) };
  places.set(path, found);
  return found;
}
function wordsAt(mark, event) {
  if (mark.dataset.tip) return mark.dataset.tip;
  const { xs, stepped } = placesOf(mark);
  const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(mark.getScreenCTM().inverse()).x;
  let at = 0;
  for (let i = 0; i < xs.length; i++) if (stepped ? xs[i] <= x : Math.abs(xs[i] - x) < Math.abs(xs[at] - x)) at = i;
  return mark.dataset.along.split('|')[at] ?? '';
}
document.addEventListener('pointermove', (event) => {
  const mark = event.target instanceof Element ? event.target.closest('[data-tip], [data-along]') : null;
  tip.hidden = mark === null;
  if (mark === null) return;
  tip.textContent = wordsAt(mark, event);
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(event.clientX + 12, innerWidth - box.width - 8)) + 'px';
  tip.style.top = (event.clientY + 18 + box.height > innerHeight ? event.clientY - box.height - 10 : event.clientY + 18) + 'px';
});
addEventListener('scroll', () => { tip.hidden = true; }, { passive: true });

// Total, per person, or both.
const levelOf = (panel) => +(/translate\\([^,]+,([-\\d.]+)\\)/.exec(panel.firstElementChild.getAttribute('transform') ?? '')?.[1] ?? 0);
function measureOf(panel) {
  const text = panel.textContent;
  if (/per 1,000 person-days|per person/i.test(text)) return 'per person';
  return /person-attacks|in total/i.test(text) ? 'total' : undefined;
}
const stacks = all('.drawing svg').flatMap((svg) => {
  const panels = all('.root > g > g > g', svg).filter((each) => /concat_\\d+_group/.test(each.getAttribute('class') ?? ''))
    .map((panel) => ({ panel, y: levelOf(panel), measure: measureOf(panel) })).sort((a, b) => a.y - b.y);
  const both = ['total', 'per person'].every((measure) => panels.some((each) => each.measure === measure));
  return both && new Set(panels.map(({ y }) => y)).size === panels.length ? [{ svg, panels, box: svg.getAttribute('viewBox').split(' ').map(Number) }] : [];
});
function show(measure) {
  const off = (own) => measure !== 'both' && own !== undefined && own !== measure;
  for (const each of all('[data-measure]')) each.toggleAttribute('data-off', off(each.dataset.measure));
  for (const { svg, panels, box } of stacks) {
    const last = panels[panels.length - 1];
    const origin = +(/translate\\([^,]+,([-\\d.]+)\\)/.exec(svg.querySelector('g[transform]').getAttribute('transform'))?.[1] ?? 0);
    let up = 0;
    panels.forEach(({ panel, y, measure: own }, i) => {
      const bottom = i + 1 < panels.length ? panels[i + 1].y : box[1] + box[3] - origin;
      panel.setAttribute('transform', 'translate(0,' + -up + ')');
      panel.toggleAttribute('data-off', off(own));
      if (off(own)) up += panel === last.panel ? Math.max(0, bottom - y) : bottom - y;
    });
    svg.setAttribute('viewBox', [box[0], box[1], box[2], box[3] - up].join(' '));
    svg.setAttribute('height', box[3] - up);
  }
}
for (const each of all('input[name=measure]')) each.addEventListener('change', () => show(each.value));

// One base or scenario among the others.
const pick = document.getElementById('pick');
const picked = document.getElementById('picked');
pick?.addEventListener('change', () => {
  const key = pick.value;
  for (const svg of all('.drawing svg')) {
    const marks = all('[data-of]', svg);
    const isThere = marks.some((mark) => mark.dataset.of === key);
    for (const mark of marks) mark.classList.toggle('dim', isThere && mark.dataset.of !== key);
  }
  for (const line of all('tr[data-of]')) line.classList.toggle('picked', line.dataset.of === key);
  const facts = key === '' ? null : document.getElementById('facts-' + key);
  picked.replaceChildren(...(facts ? [facts.content.cloneNode(true)] : []));
});

// Figures to take away.
function save(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
}
function wholeSvg(figure) {
  const svg = figure.querySelector('.drawing svg').cloneNode(true);
  const [, , width, height] = svg.dataset.whole.split(' ');
  const placed = svg.dataset.placed.split(' ');
  svg.setAttribute('viewBox', svg.dataset.whole);
  svg.setAttribute('width', placed[0]);
  svg.setAttribute('height', placed[1]);
  for (const each of [svg, ...all('*', svg)]) {
    if (/concat_\\d+_group/.test(each.getAttribute('class') ?? '')) each.removeAttribute('transform');
    for (const { name } of [...each.attributes]) if (name.startsWith('data-')) each.removeAttribute(name);
    each.classList.remove('dim');
  }
  const letters = document.createElementNS(svg.namespaceURI, 'style');
  letters.textContent = document.getElementById('letters').textContent;
  svg.prepend(letters);
  return { width: +width, height: +height, text: new XMLSerializer().serializeToString(svg) };
}
function savePng(name, { width, height, text }) {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2 * width, 2 * height];
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(name, blob), 'image/png');
  };
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
}
for (const button of all('[data-take]')) button.addEventListener('click', () => {
  const figure = button.closest('figure');
  const { name } = figure.dataset;
  const data = () => JSON.parse(document.getElementById(figure.id + '-data').textContent);
  switch (button.dataset.take) {
    case 'SVG': return save(name + '.svg', new Blob([wholeSvg(figure).text], { type: 'image/svg+xml' }));
    case 'PNG': return savePng(name + '.png', wholeSvg(figure));
    case 'CSV': return save(name + '.csv', new Blob([data().csv], { type: 'text/csv' }));
    default: return save(name + '.vl.json', new Blob([data().spec], { type: 'application/json' }));
  }
});
})();
`.trim();
