import type { Db } from '../database/index.ts'

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export type JobStatus = {
  readonly name: string
  readonly state: JobState
  /** From 0 to 1, as the work last told it. */
  readonly progress: number
  readonly note: string | null
  /** What the work returned, when done. */
  readonly output: unknown
  /** What it stopped at, when failed. */
  readonly error: string | null
  /** Whose job it is; check it before a job is shown to anybody. Null for the house's own jobs. */
  readonly organisationId: string | null
}

export type SendOptions = {
  readonly organisationId?: string
  /** Sends as part of this transaction: the job exists if and only if the transaction is committed. */
  readonly trx?: Db
  readonly startAfter?: Date
  /** How often a failed attempt is tried again; 2 unless said. */
  readonly retryLimit?: number
  /** Seconds between attempts; 1 unless said. */
  readonly retryDelay?: number
}

export type WorkOptions = {
  /** How many jobs of this name this process works on at a time; 1 unless said. */
  readonly concurrency?: number
}

export type Job<Payload> = {
  readonly id: string
  readonly data: Payload
  /** Which attempt this is, from 1. */
  readonly attempt: number
  /** Aborted when somebody cancels the job or the process stops. */
  readonly signal: AbortSignal
  /** Tells how far the work is, from 0 to 1. Cheap; call it as often as it suits. */
  progress(fraction: number, note?: string): void
}

export type Jobs = {
  /** Puts a job in the queue and returns its id. Its queue must be worked on or defined when `trx` is given. */
  send(name: string, payload: object, options?: SendOptions): Promise<string>
  /** Makes a queue known without working on it, for processes that only send. */
  define(name: string): Promise<void>
  /** Works on the jobs of this name; what the handler returns becomes the job's output. */
  work<Payload extends object>(
    name: string,
    handler: (job: Job<Payload>) => Promise<object | undefined>,
    options?: WorkOptions,
  ): Promise<void>
  /** Nothing when there is no such job, or it was done so long ago that it has been cleared away. */
  status(id: string): Promise<JobStatus | undefined>
  /** Stops a waiting or running job; a job that is done stays done. */
  cancel(id: string): Promise<void>
  /** Lets running work finish for a while, then aborts it; aborted work is tried again by the next process. */
  stop(options?: { readonly withinMs?: number }): Promise<void>
}
