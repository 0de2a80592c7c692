// The configuration of remark-cli, which wants a default export.
import { plugins } from './remark-plugins.mjs';

export default { plugins };
