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
      const all: ParseArgsOptionsConfig = { ...options, ...help }
      parsed = parseArgs({ args, options: { ...options, ...help }, allowPositionals: true })
      const doubled = doubledOption(args, all)
      if (doubled !== undefined) return wrong(`--${doubled} stands twice`, io)
    } catch (error) {
      return wrong(parsingFault(error as NodeJS.ErrnoException), io)
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

/** An option that is given twice and can be said once: which of the two was meant is not known. */
function doubledOption(args: string[], options: ParseArgsOptionsConfig): string | undefined {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, tokens: true })
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option' || options[token.name]?.multiple) continue
    if (seen.has(token.name)) return token.name
    seen.add(token.name)
  }
  return undefined
}

/** What Node says of arguments that it cannot part into options and words, in a sentence of our own. */
function parsingFault({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(-[^' ]*)/.exec(message)?.[1]?.split('=')[0]
  if (option === undefined) return message
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `there is no option ${option}`
  if (message.includes('does not take an argument')) return `${option} takes no value`
  return `${option} is followed by a value; one that begins with - is written ${option}=-1`
}

/** Options that say nothing of what is asked for are refused rather than left out. */
export function refuseWithout(
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
  why: string,
): void {
  const given = names.find((name) => values[name] !== undefined)
  if (given !== undefined) throw new WrongUsage(`--${given} ${why}`)
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
