import { pageOf, themes, usualLook, type Look } from '../src/figures/index.js';
import { renderSvg } from '../src/render/render-svg.js';
import { galleryCases, type GalleryFigure } from './gallery-cases.js';

/** The page of `npm run dev`: every figure in one look, drawn as the files of a run are; it reloads as one edits. */
const placed = { 'a column, 85 mm': 85, 'a page, 170 mm': 170, 'a slide, 339 mm': 339 } as const;
const all = 'all';

const form = find<HTMLFormElement>('#look');
const status = find('#status');
const main = find('#figures');
let turn = 0;

fill(
  'data',
  Object.entries(await casesByName()).map(([name]) => [name, name]),
);
fill(
  'theme',
  themes.map((theme) => [theme, theme]),
);
fill(
  'widthMm',
  Object.entries(placed).map(([name, widthMm]) => [name, String(widthMm)]),
);
// What was chosen stands in the address, so that a reload shows it again.
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) select(name).value = value;
form.addEventListener('change', () => void show());
await show();

async function show(): Promise<void> {
  const mine = ++turn;
  const chosen = new FormData(form);
  const figures = (await casesByName())[String(chosen.get('data'))]?.() ?? [];
  fill('figure', [[all, all], ...figures.map(({ name }) => [name, name] as const)], location.hash);
  const only = select('figure').value;
  const look: Look = {
    ...usualLook,
    theme: themes.find((theme) => theme === chosen.get('theme')) ?? usualLook.theme,
    widthMm: Number(chosen.get('widthMm')),
  };
  location.hash = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])).toString();
  const shown = figures.filter(({ name }) => only === all || name === only);
  main.replaceChildren();
  let faults = 0;
  for (const [i, figure] of shown.entries()) {
    status.textContent = `Drawing ${i + 1} of ${shown.length}`;
    const { section, fault } = await sectionOf(figure, look);
    // Somebody chose another look meanwhile.
    if (mine !== turn) return;
    if (fault) faults++;
    main.append(section);
  }
  status.textContent = `${shown.length} figures${faults > 0 ? `, ${faults} with faults` : ''}`;
}

async function sectionOf({ name, about, draw }: GalleryFigure, look: Look) {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  const small = document.createElement('small');
  small.textContent = about;
  title.append(`${name}: `, small);
  const drawing = document.createElement('div');
  drawing.className = 'drawing';
  section.append(title, drawing);
  const said: string[] = [];
  try {
    drawing.innerHTML = await renderSvg(draw(pageOf(look)), (text) => said.push(text));
  } catch (error) {
    said.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const texts = said.map((text) => {
    const fault = document.createElement('p');
    fault.className = 'fault';
    fault.textContent = text;
    return fault;
  });
  section.append(...texts);
  return { section, fault: said.length > 0 };
}

async function casesByName(): Promise<ReturnType<typeof galleryCases>> {
  const files = import.meta.glob('./data/*.json', { eager: true, import: 'default' });
  return galleryCases(Object.values(files));
}

function fill(name: string, options: readonly (readonly [text: string, value: string])[], hash = ''): void {
  const list = select(name);
  const before = list.value === '' ? (new URLSearchParams(hash.slice(1)).get(name) ?? '') : list.value;
  list.replaceChildren(...options.map(([text, value]) => new Option(text, value)));
  if (options.some(([, value]) => value === before)) list.value = before;
}

function select(name: string): HTMLSelectElement {
  return find<HTMLSelectElement>(`select[name=${name}]`);
}

function find<E extends HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`the page must hold ${selector}`);
  return found;
}
