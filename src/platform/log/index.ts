/** Logs as one JSON line each. They hold no personal data and no secrets: ids, codes, times and names of endpoints. */
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Logger

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** A log that writes to standard error, so that standard output stays free for people and pipes. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: ['password', 'token', 'cookie', 'authorization', '*.password', '*.token'],
        remove: true,
      },
    },
    destination,
  )
}

/** What a fault tells the log. A database names the row that it choked on; that part is left out. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, table, constraint } = error as Error & Readonly<Record<string, unknown>>
  const ofDatabase = 'severity' in error
  const message = ofDatabase ? `database error ${code}` : error.message
  const stack = ofDatabase ? error.stack?.replace(/^.*\n/, '') : error.stack
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { name: error.name, message, code, table, constraint, stack, ...cause }
}
