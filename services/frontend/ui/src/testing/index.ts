export { fill, press, tick } from './hands';
export { fillInForJsdom, renderUi, type RenderOptions } from './renderUi';
