/** What the workers of a run have kept open to the end. */
import { dropDatabasesOfRun } from './database.ts'

export function teardown(): Promise<void> {
  return dropDatabasesOfRun()
}
