export { loadGeography } from './load-geography.js';
export { renderPng } from './render-png.js';
export { renderSvg } from './render-svg.js';
