export {
  type QueueTargets,
  type ReadRequirement,
  type RequirementCell,
  readRequirement,
  readShrinkage,
  readTargets,
} from './actions/door.ts'
export { readHindsight } from './actions/hindsight.ts'
export { readWithPatience, setPatience, type WithPatience } from './actions/other-patience.ts'
export { type RestOfDay, type Revision, readRestOfDay } from './actions/rest-of-day.ts'

export { staffingRoutes } from './routes.ts'
