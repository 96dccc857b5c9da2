import { PagesNotBuilt } from '../build-pages.ts'
import { ConfigError } from '../platform/config/index.ts'
import { BackupError } from '../platform/database/backup.ts'
import { FolderInUse, MigrationError } from '../platform/database/index.ts'

const told = [ConfigError, FolderInUse, MigrationError, BackupError, PagesNotBuilt]

/** What a person can mend is told in a sentence; anything else is a fault and keeps its trace. */
export function explainRefusal(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (told.some((kind) => error instanceof kind)) return error.message
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken. Choose another one: PORT=4001 npm start'
  }
  return error.stack ?? error.message
}
