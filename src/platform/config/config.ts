/** The one reader of the environment: settings are read once, checked, and passed on as a value. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { keptSecret } from './secret.ts'

export type Config = {
  /** Address that the server listens on; only this machine unless told otherwise. */
  readonly host: string
  readonly port: number
  /** A PostgreSQL server; absent means the embedded store in the data folder. */
  readonly databaseUrl?: string
  /** Connections this process keeps to a PostgreSQL server. */
  readonly databasePool: number
  /** Absolute path of the embedded store, its backups, the outbox and the kept secret. */
  readonly dataFolder: string
  /** The address that people see in their browser, without a slash at the end. */
  readonly publicUrl: string
  /** Signs sessions. At least 32 characters; generated and kept in the data folder when not given. */
  readonly secret: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Hosts on closed networks that mail may be fetched from; none unless said. */
  readonly mailHosts: readonly string[]
  /** Whether an empty store is filled with the fictional demo world. */
  readonly demo: boolean
}

export type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be used. The message names the variable and what it may be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)

const address = (schemes: readonly string[]) =>
  z
    .string()
    .refine(
      (value) => schemes.includes(URL.parse(value)?.protocol ?? ''),
      `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
    )

const settings = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(4000),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  LYTTEPOST_POOL: whole(2, 500).default(10),
  LYTTEPOST_DATA: z.string().default('.data'),
  LYTTEPOST_URL: address(['http:', 'https:']).optional(),
  LYTTEPOST_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LYTTEPOST_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  LYTTEPOST_MAIL_HOSTS: z.string().default(''),
  LYTTEPOST_DEMO: z.enum(['on', 'off'], 'must be on or off').default('on'),
})

/**
 * Reads the settings; an empty variable counts as absent.
 *
 * @throws ConfigError naming every variable that cannot be used
 * @example readConfig({ PORT: '8080' }).port // 8080
 */
export function readConfig(env: Environment = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    )
  }
  const value = parsed.data
  const dataFolder = resolve(value.LYTTEPOST_DATA)
  return {
    host: value.HOST,
    port: value.PORT,
    ...(value.DATABASE_URL === undefined ? {} : { databaseUrl: value.DATABASE_URL }),
    databasePool: value.LYTTEPOST_POOL,
    dataFolder,
    publicUrl: (value.LYTTEPOST_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    secret: value.LYTTEPOST_SECRET ?? keptSecret(dataFolder),
    logLevel: value.LYTTEPOST_LOG,
    mailHosts: value.LYTTEPOST_MAIL_HOSTS.toLowerCase()
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    demo: value.LYTTEPOST_DEMO === 'on',
  }
}

/** The settings as lines for a person, without the secret and without the password of the database. */
export function printConfig(config: Config): string {
  const shown = {
    ...config,
    databaseUrl: config.databaseUrl === undefined ? '(embedded)' : withoutPassword(config.databaseUrl),
    secret: '(hidden)',
  }
  return Object.entries(shown)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** The same address with the password, if any, replaced by stars. */
function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  if (url.password !== '') url.password = '***'
  for (const name of url.searchParams.keys()) {
    if (name.includes('password')) url.searchParams.set(name, '***')
  }
  return url.toString()
}
