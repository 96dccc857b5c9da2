/** `lyttepost migrate`, `backup FILE`, `restore FILE`: the care of the store that the settings point at. */
import { resolve } from 'node:path'
import { readConfig } from '../platform/config/index.ts'
import { backup, restore } from '../platform/database/backup.ts'
import { migrate, type OpenDatabase, openDatabase } from '../platform/database/index.ts'
import { explainRefusal } from './explain-refusal.ts'
import { type CliCommand, exitCode } from './io.ts'

type Upkeep = {
  readonly usage: string
  /** Whether a file is named after the command. */
  readonly file: boolean
  readonly work: (database: OpenDatabase, file: string) => Promise<string>
}

const stopFirst = 'With the embedded store a running server must be stopped first.'

function upkeep({ usage, file, work }: Upkeep): CliCommand {
  return async (args, io) => {
    if (args[0] === '--help' || args[0] === '-h') {
      io.stdout.write(usage)
      return exitCode.done
    }
    if (args.length !== (file ? 1 : 0)) {
      io.stderr.write(usage)
      return exitCode.usage
    }
    try {
      const database = await openDatabase(readConfig())
      try {
        io.stdout.write(`${await work(database, file ? resolve(io.cwd, args[0]!) : '')}\n`)
      } finally {
        await database.close()
      }
      return exitCode.done
    } catch (error) {
      io.stderr.write(`${explainRefusal(error)}\n`)
      return exitCode.refused
    }
  }
}

export const migrateCommand = upkeep({
  usage: `lyttepost migrate\n\nBrings the store to this version. ${stopFirst}\n`,
  file: false,
  work: async ({ pool }) => {
    const applied = await migrate(pool)
    return applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`
  },
})

export const backupCommand = upkeep({
  usage: `lyttepost backup FILE\n\nWrites everything to a new file and reads it again to see that it is whole. ${stopFirst}\n`,
  file: true,
  work: async ({ pool }, file) => `${(await backup(pool, file)).rows} rows in ${file}`,
})

export const restoreCommand = upkeep({
  usage: `lyttepost restore FILE\n\nFills an empty store from a backup; one with anything in it is refused. ${stopFirst}\n`,
  file: true,
  work: async ({ pool }, file) => {
    const { rows, madeAt } = await restore(pool, file)
    return `${rows} rows restored, as they were ${madeAt}`
  },
})
