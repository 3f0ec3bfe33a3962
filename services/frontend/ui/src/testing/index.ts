export { fillInForJsdom, renderUi, type RenderOptions } from './renderUi';
