export { loadGeography } from './load-geography.js';
export { renderPdf } from './render-pdf.js';
export { renderPng } from './render-png.js';
export { renderSvg } from './render-svg.js';
