/** Why a search for shifts ended: the gap is small enough, the effort is spent, time is up, or somebody stopped it. */
export const stopReasons = ['gap', 'effort', 'time', 'cancelled'] as const
export type StoppedBy = (typeof stopReasons)[number]

/**
 * Why nobody more is on: from what could be at all to what could be had only by taking from elsewhere. `search-ended`:
 * time or somebody stopped the search before it was known.
 */
export const shortReasons = [
  'no-template',
  'nobody-can',
  'everybody-on',
  'hours-used',
  'search-ended',
  'dearer-elsewhere',
] as const
export type WhyShort = (typeof shortReasons)[number]

/** What is searched for: shifts without names for what is missing, or everybody's week. */
export const solveStages = ['cover', 'roster'] as const
export type SolveStage = (typeof solveStages)[number]
