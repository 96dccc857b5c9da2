/** `lyttepost user add`: the first person of an organisation, who then invites the others. */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { isLanguage, type Language } from '../kernel/localized.ts'
import { addFromMachine } from '../organisation/index.ts'
import { type Role, roles } from '../organisation/rules/roles.ts'
import { createAuth } from '../platform/auth/index.ts'
import { ConfigError, readConfig } from '../platform/config/index.ts'
import { FolderInUse, migrate, openDatabase } from '../platform/database/index.ts'
import { createLog } from '../platform/log/index.ts'
import { type CliIo, exitCode } from './io.ts'

const usage = `lyttepost user add --organisation NAME --name NAME --email ADDRESS [--role ROLE]… [--language nb|nn|en]

Makes a person who may sign in, and the organisation when there is none of that name. The password is the first
line of standard input, 10 to 128 characters. Stop a running server first when the store is the embedded one.

  --role ROLE  ${roles.join(', ')}; may be given several times (default admin)
`

type Asked = {
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly language: Language
}

export async function userCommand(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(usage)
    return exitCode.done
  }
  const asked = readArguments(args)
  if (typeof asked === 'string') {
    io.stderr.write(`${asked}\n\n${usage}`)
    return exitCode.usage
  }
  const password = await firstLine(io)
  if (password.length < 10 || password.length > 128) {
    io.stderr.write('The password on standard input must have 10 to 128 characters.\n')
    return exitCode.refused
  }
  try {
    io.stdout.write(await addUser(asked, password))
    return exitCode.done
  } catch (error) {
    if (!(error instanceof FolderInUse || error instanceof ConfigError)) throw error
    io.stderr.write(`${error.message}\n`)
    return exitCode.refused
  }
}

/** What is asked for, or what is wrong with it. */
function readArguments(args: string[]): Asked | string {
  const options = {
    organisation: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    role: { type: 'string', multiple: true },
    language: { type: 'string', default: 'nb' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const { organisation, name, email, language, role = ['admin'] } = values
    if (positionals.join(' ') !== 'add') return 'The one thing that can be done to a user here is add.'
    if (!organisation || !name || !email) return '--organisation, --name and --email must be given.'
    if (!z.email().safeParse(email).success) return `${email} is no e-mail address.`
    if (!isLanguage(language)) return `${language} is none of nb, nn, en.`
    const unknown = role.find((one) => !roles.includes(one as Role))
    if (unknown) return `${unknown} is none of ${roles.join(', ')}.`
    return { organisation, name, email, language, roles: role as Role[] }
  } catch (error) {
    return (error as Error).message
  }
}

async function addUser({ email, ...asked }: Asked, password: string): Promise<string> {
  const config = readConfig()
  const database = await openDatabase(config)
  try {
    await migrate(database.pool)
    const { db } = database
    const { publicUrl, secret } = config
    const auth = createAuth({ db, publicUrl, secret, log: createLog('error') })
    const known = await auth.findAccount(email)
    const passwordHash = await auth.hashPassword(password)
    const made = await addFromMachine({ db, now: new Date() }, { ...asked, email, passwordHash })
    const kept = known ? 'The e-mail had an account; its password is unchanged.\n' : ''
    return `${made.founded ? `New organisation: ${asked.organisation}\n` : ''}${email} may sign in at ${publicUrl} as ${asked.roles.join(', ')}.\n${kept}`
  } finally {
    await database.close()
  }
}

async function firstLine({ stdin }: CliIo): Promise<string> {
  for await (const line of createInterface({ input: stdin })) return line
  return ''
}
