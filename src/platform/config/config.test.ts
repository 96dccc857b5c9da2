import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError, printConfig, readConfig } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'lyttepost-config-'))
afterAll(() => rmSync(folder, { recursive: true }))
const secret = 'a-secret-for-a-test-that-is-long-enough'
const base = { LYTTEPOST_DATA: folder, LYTTEPOST_SECRET: secret }

describe('settings', () => {
  it('reads the port', () => {
    expect(readConfig({ ...base, PORT: '8080' }).port).toBe(8080)
  })

  it('has a usable default for everything', () => {
    expect(readConfig(base)).toMatchObject({
      port: 4000,
      publicUrl: 'http://localhost:4000',
      logLevel: 'info',
    })
    expect(readConfig(base)).not.toHaveProperty('databaseUrl')
  })

  it('counts an empty variable as absent', () => {
    expect(readConfig({ ...base, PORT: '', DATABASE_URL: '' })).toEqual(readConfig(base))
  })

  it.each([
    ['PORT', '99999'],
    ['PORT', '4000x'],
    ['DATABASE_URL', 'mysql://somewhere/db'],
    ['LYTTEPOST_URL', 'example.no'],
    ['LYTTEPOST_SECRET', 'short'],
    ['LYTTEPOST_LOG', 'loud'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => readConfig({ ...base, [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ ...base, [name]: value })).toThrow(new RegExp(`^${name} must`))
  })

  it('makes one secret for a data folder, readable by its owner only, and keeps it', () => {
    const first = readConfig({ LYTTEPOST_DATA: join(folder, 'own') })
    const second = readConfig({ LYTTEPOST_DATA: join(folder, 'own') })
    expect(first.secret.length).toBeGreaterThanOrEqual(32)
    expect(second.secret).toBe(first.secret)
    expect(statSync(join(folder, 'own', 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is printed without the secret and without the password of the database', () => {
    const config = readConfig({
      ...base,
      DATABASE_URL: 'postgres://me:hemmelig@db/lyttepost?sslpassword=hemmelig',
    })
    const printed = printConfig(config)
    expect(printed).toContain('db/lyttepost')
    expect(printed).not.toContain('hemmelig')
    expect(printed).not.toContain(secret)
  })
})
