/** The command line: finds the command by its name and passes on its exit code. */
import { type CliCommand, type CliIo, exitCode } from './cli/io.ts'
import { AppError } from './kernel/errors.ts'

type Entry = { readonly does: string; readonly load: () => Promise<CliCommand> }

/** Each command is loaded only when it is asked for. */
const commands: Readonly<Record<string, Entry>> = {
  assign: {
    does: 'topics for texts, learned from examples',
    load: async () => (await import('./cli/assign.ts')).assignCommand,
  },
  backtest: {
    does: 'how good the forecast of traffic would have been',
    load: async () => (await import('./cli/backtest.ts')).backtestCommand,
  },
  backup: {
    does: 'everything in the store, to a file',
    load: async () => (await import('./cli/upkeep.ts')).backupCommand,
  },
  channels: {
    does: 'how a company can be reached, from its pages',
    load: async () => (await import('./cli/channels.ts')).channelsCommand,
  },
  erlang: {
    does: 'waiting, giving up and agents needed, exactly, for calls by chance',
    load: async () => (await import('./cli/erlang.ts')).erlangCommand,
  },
  forecast: {
    does: 'contacts to expect in every open interval, from a series of them',
    load: async () => (await import('./cli/forecast.ts')).forecastCommand,
  },
  mask: {
    does: 'the rows of a file with personal data masked',
    load: async () => (await import('./cli/mask.ts')).maskCommand,
  },
  method: {
    does: 'the whole method of an edition',
    load: async () => (await import('./cli/method.ts')).methodCommand,
  },
  migrate: {
    does: 'brings the store to this version',
    load: async () => (await import('./cli/upkeep.ts')).migrateCommand,
  },
  plan: {
    does: 'every contact of an edition, and the proof that the plan is fair',
    load: async () => (await import('./cli/plan.ts')).planCommand,
  },
  restore: {
    does: 'an empty store filled from a backup',
    load: async () => (await import('./cli/upkeep.ts')).restoreCommand,
  },
  score: {
    does: 'scores, places and bands from filled forms',
    load: async () => (await import('./cli/score.ts')).scoreCommand,
  },
  serve: {
    does: 'the server, until it is stopped',
    load: async () => (await import('./cli/serve.ts')).serveCommand,
  },
  shifts: {
    does: 'shifts that cover a requirement, for the people that there are, and a check of a plan',
    load: async () => (await import('./cli/shifts.ts')).shiftsCommand,
  },
  simulate: {
    does: 'the waiting that people and traffic give, lived through contact by contact',
    load: async () => (await import('./cli/simulate.ts')).simulateCommand,
  },
  staff: {
    does: 'how many people a forecast takes, with the risk in it',
    load: async () => (await import('./cli/staff.ts')).staffCommand,
  },
  topics: {
    does: 'which texts ask about the same thing',
    load: async () => (await import('./cli/topics.ts')).topicsCommand,
  },
  user: {
    does: 'a person who may sign in, made on the machine itself',
    load: async () => (await import('./cli/user.ts')).userCommand,
  },
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`)
  return `lyttepost COMMAND …\n\n${lines.join('\n')}\n\nlyttepost COMMAND --help tells more about a command.\n`
}

/** Runs one command line: 0 done, 1 refused input, 2 wrong usage. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    ;(name === undefined ? io.stderr : io.stdout).write(overview())
    return name === undefined ? exitCode.usage : exitCode.done
  }
  if (!Object.hasOwn(commands, name)) {
    io.stderr.write(`There is no command ${name}.\n\n${overview()}`)
    return exitCode.usage
  }
  return refusing(await commands[name]!.load(), rest, io)
}

/** A refused request that a command lets through is told like any other refusal; a bug is not caught here. */
async function refusing(command: CliCommand, args: string[], io: CliIo): Promise<number> {
  try {
    return await command(args, io)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    io.stderr.write(`${error.code} ${JSON.stringify(error.params)}\n`)
    for (const { line, column, path, code, value } of error.issues)
      io.stderr.write(`${[line && `line ${line}`, column ?? path, code, value].filter(Boolean).join(': ')}\n`)
    return exitCode.refused
  }
}

if (import.meta.main) {
  const { stdin, stdout, stderr } = process
  // A reader that stops early, such as `head`, is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await runCli(process.argv.slice(2), { stdin, stdout, stderr, cwd: process.cwd() })
}
