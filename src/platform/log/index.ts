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
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: ['password', 'token', 'cookie', 'authorization', '*.password', '*.token'],
        remove: true,
      },
    },
    destination,
  )
}
