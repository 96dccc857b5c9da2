/** The beginning that all commands share: arguments are read, help is told, wrong usage is answered with the usage. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type CliCommand, type CliIo, exitCode } from './io.ts'

/** What is wrong with the arguments, in a sentence that names the option. */
export class WrongUsage extends Error {}

const help = { help: { type: 'boolean', default: false, short: 'h' } } as const

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>

export type CommandParts<Options extends ParseArgsOptionsConfig, Asked> = {
  readonly usage: string
  readonly options: Options
  /** What is asked for, from the options and the words beside them. Throws WrongUsage. */
  readonly read: (values: Parsed<Options>['values'], words: readonly string[]) => Asked
  /** Does it, and gives the exit code. */
  readonly run: (asked: Asked, io: CliIo) => Promise<number>
}

/**
 * @example command({ usage, options: { json: { type: 'boolean', default: false } }, read: ({ json }, words) => ({ json, file: onlyWord(words, 'FILE.csv') }), run })
 */
export function command<const Options extends ParseArgsOptionsConfig, Asked>({
  usage,
  options,
  read,
  run,
}: CommandParts<Options, Asked>): CliCommand {
  const wrong = (problem: string, io: CliIo) => {
    io.stderr.write(`${problem}\n\n${usage}`)
    return exitCode.usage
  }
  return async (args, io) => {
    let parsed: Parsed<Options & typeof help>
    try {
      parsed = parseArgs({ args, options: { ...options, ...help }, allowPositionals: true })
    } catch (error) {
      return wrong((error as Error).message, io)
    }
    if ((parsed.values as { help: boolean }).help) {
      io.stdout.write(usage)
      return exitCode.done
    }
    let asked: Asked
    try {
      asked = read(parsed.values, parsed.positionals)
    } catch (error) {
      if (error instanceof WrongUsage) return wrong(error.message, io)
      throw error
    }
    return run(asked, io)
  }
}

/** The one word that a command takes. */
export function onlyWord(words: readonly string[], name: string): string {
  const [word, ...rest] = words
  if (word === undefined || word === '') throw new WrongUsage(`${name} is missing`)
  if (rest.length > 0) throw new WrongUsage(`one ${name} at a time, not also ${rest.join(' ')}`)
  return word
}

/** Standard input can be read once. */
export function oneFromInput(files: readonly (string | undefined)[]): void {
  if (files.filter((file) => file === '-').length > 1)
    throw new WrongUsage('only one file can be standard input')
}

/** @param most digits at most */
export function wholeNumber(option: string, text: string, most = 9): number {
  if (!new RegExp(`^\\d{1,${most}}$`).test(text))
    throw new WrongUsage(`${option} is a whole number, not ${text}`)
  return Number(text)
}
