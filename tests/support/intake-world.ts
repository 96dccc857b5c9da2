/** Sources, files and deliveries for tests, made over HTTP as a person makes them. */

import { createLog } from '../../src/platform/log/index.ts'
import { createSeals } from '../../src/platform/seal/index.ts'
import { type IntakeBatch, type IntakeSource, partBytes } from '../../src/understand/intake/contract.ts'
import { type IntakeWork, workOnIntake } from '../../src/understand/intake/index.ts'
import type { SourceKind } from '../../src/understand/intake/rules/source-kinds.ts'
import type { Client } from './client.ts'
import type { TestServer } from './server.ts'

export const testSeals = createSeals('a-secret-for-tests-of-32-characters-or-more')

/** What the jobs of intake are given in a test. */
export function intakeParts(server: TestServer, more: Partial<IntakeWork> = {}): IntakeWork {
  return {
    db: server.db,
    log: createLog('silent'),
    seals: testSeals,
    intakeListeners: [],
    mailHosts: ['localhost', '127.0.0.1'],
    ...more,
  }
}

export async function workOnTestIntake(server: TestServer, more: Partial<IntakeWork> = {}): Promise<void> {
  await workOnIntake(server.jobs, intakeParts(server, more))
}

let number = 0

export async function makeSource(
  client: Client,
  kind: SourceKind,
  more: Partial<IntakeSource> = {},
): Promise<IntakeSource> {
  return client.intake.sources.create({
    name: `Kilde ${++number} ${kind}`,
    kind,
    contactDefinition: 'En samtale er én henvendelse.',
    profile: {},
    channel: 'phone',
    retentionMonths: null,
    ...more,
  })
}

export async function upload(
  client: Client,
  fileName: string,
  content: string | Uint8Array,
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { uploadId, parts } = await client.intake.uploads.begin({ fileName, sizeBytes: bytes.length })
  for (let part = 0; part < parts; part++) {
    const piece = new Uint8Array(bytes.subarray(part * partBytes, (part + 1) * partBytes))
    await client.intake.uploads.part({ uploadId, number: part, part: new File([piece], 'part') })
  }
  return uploadId
}

/** Uploads, imports, and waits until it is over. */
export async function bringIn(
  client: Client,
  sourceId: string,
  content: string | Uint8Array,
  fileName = 'fil.csv',
): Promise<IntakeBatch> {
  const uploadId = await upload(client, fileName, content)
  const { batchId } = await client.intake.import({ sourceId, uploadId })
  return finished(client, batchId)
}

export async function finished(client: Client, batchId: string): Promise<IntakeBatch> {
  for (let turn = 0; turn < 600; turn++) {
    const batch = await client.intake.batches.get({ batchId })
    if (batch.state !== 'waiting' && batch.state !== 'running') return batch
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error('the delivery did not end')
}

/** A table as sources write it, with the columns that every test knows. */
export function tableOf(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (value: string | number | undefined) => `"${String(value ?? '').replaceAll('"', '""')}"`
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.map(cell).join(';'))
    .join('\r\n')
}
