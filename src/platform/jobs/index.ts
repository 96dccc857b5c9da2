/** Long work's door: sent once, claimed once, retried when its worker dies, watched and cancelled by people. */

export type { Job, JobState, JobStatus, Jobs, SendOptions, WorkOptions } from './job-types.ts'
export { startJobs } from './jobs.ts'
export { installJobs } from './queue.ts'
export { type RunPiece, runInThread, shareOutInThreads, type ThreadContext } from './thread.ts'
