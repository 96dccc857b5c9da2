/** What the demo's year of enquiries holds for those who look for it: the ground truth, by which findings are judged. */
export { type DemoYear, demoTruth, demoYear } from './world.ts'
