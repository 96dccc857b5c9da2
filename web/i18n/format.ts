/** Pages and reports write figures and dates alike: the way is in the kernel, this is the pages' door to it. */
export { type Formats, formatNumber, formatsFor } from '../../src/kernel/format.ts'
