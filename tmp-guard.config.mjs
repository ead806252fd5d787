import all from './rollup.config.mjs';
export default all[2];
