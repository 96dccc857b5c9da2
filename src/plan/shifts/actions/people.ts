/** Agents and the kinds of shift, kept by the planner. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, listPeople, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import type { AgentFields, AgentImport, AgentList, TemplateFields, TemplateView } from '../people/contract.ts'
import { agentsFrom, type FileAgent, rowOfAgent } from '../people/rules/agent-file.ts'
import { agentColumns, unreadHeadings } from '../people/rules/agent-headings.ts'
import {
  listAgents,
  listQueueSkills,
  listTemplates,
  removeTemplate,
  type StoredAgent,
  saveAgent,
  saveTemplate,
} from '../store/agent-store.ts'
import { tableFile } from './read-week.ts'

export async function readAgents({ scope, db }: Context): Promise<AgentList> {
  const agents = await listAgents(scope, db)
  const people = await listPeople(scope, db)
  const skills = new Set([...(await listQueueSkills(scope, db)), ...agents.flatMap((agent) => agent.skills)])
  return {
    items: agents.map((agent) => ({ ...agent, skills: [...agent.skills] })) as AgentList['items'],
    skills: [...skills].toSorted((one, other) => one.localeCompare(other, 'nb')),
    people: people.filter(({ active }) => active).map(({ personId, name }) => ({ id: personId, name })),
  }
}

type Saving = AgentFields & { readonly agentId: string | null }

/** @throws AppError not-found for an agent or an account · conflict for a number or an account that is taken */
export async function changeAgent(context: Context, fields: Saving): Promise<{ agentId: string }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const agents = await listAgents(scope, trx, { lock: true })
    if (fields.agentId !== null && !agents.some(({ agentId }) => agentId === fields.agentId))
      throw new AppError('not-found')
    await refuseTaken(context, trx, { fields, agents })
    const agentId = fields.agentId ?? newId(now.getTime())
    await saveAgent(scope, trx, { ...fields, agentId, now })
    const action = fields.agentId === null ? 'agent.added' : 'agent.changed'
    await recordAudit(context, { action, subject: { kind: 'agent', id: agentId } }, trx)
    return { agentId }
  })
}

type Taken = { readonly fields: Saving; readonly agents: readonly StoredAgent[] }

async function refuseTaken({ scope }: Context, trx: Db, { fields, agents }: Taken): Promise<void> {
  const others = agents.filter(({ agentId }) => agentId !== fields.agentId)
  const refuse = (path: string, value: string) => {
    throw new AppError('conflict', {}, [{ code: 'taken', path, value }])
  }
  if (fields.number !== '' && others.some(({ number }) => number === fields.number))
    refuse('number', fields.number)
  if (fields.validTo !== null && fields.validTo < fields.validFrom)
    throw new AppError('invalid-input', {}, [{ code: 'backwards', path: 'validTo', value: fields.validTo }])
  if (fields.personId === null) return
  if (others.some(({ personId }) => personId === fields.personId)) refuse('personId', fields.personId)
  const people = await listPeople(scope, trx)
  if (!people.some(({ personId }) => personId === fields.personId)) throw new AppError('not-found')
}

export async function exportAgents(
  { scope, db }: Context,
  { format }: { readonly format: 'csv' | 'xlsx' },
): Promise<File> {
  const rows = (await listAgents(scope, db)).map(rowOfAgent)
  return tableFile({ name: 'agents', format, rows: [[...agentColumns], ...rows] })
}

type Upload = { readonly file: File }
type Matched = { readonly read: FileAgent; readonly known: StoredAgent | undefined }

async function readFile({ scope, now }: Context, db: Db, file: File) {
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
  const { agents, issues } = agentsFrom(table, toLocal(now).date)
  const known = await listAgents(scope, db)
  const byNumber = new Map(known.filter(({ number }) => number !== '').map((agent) => [agent.number, agent]))
  const byName = new Map(known.filter(({ number }) => number === '').map((agent) => [agent.name, agent]))
  const matched = agents.map((read): Matched => {
    const found = read.number === '' ? byName.get(read.name) : byNumber.get(read.number)
    return { read, known: found }
  })
  return { matched, issues, unread: unreadHeadings(table) }
}

const sameAs = ({ read, known }: Matched) =>
  known !== undefined && JSON.stringify(rowOfAgent(read)) === JSON.stringify(rowOfAgent(known))
const changeOf = (each: Matched) => (each.known ? (sameAs(each) ? 'unchanged' : 'changed') : 'new')

/** @throws AppError invalid-input when the file is no table */
export async function previewAgents(context: Context, { file }: Upload): Promise<AgentImport> {
  try {
    const { matched, issues, unread } = await readFile(context, context.db, file)
    const rows = matched.map((each) => ({
      line: each.read.line,
      name: each.read.name,
      number: each.read.number,
      weeklyHours: each.read.contract.weeklyHours,
      skills: [...each.read.skills],
      change: changeOf(each),
    }))
    return { rows, issues: issues.map((issue) => ({ ...issue })), unread } as AgentImport
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
    return { rows: [], issues: error.issues.map((issue) => ({ ...issue })), unread: [] } as AgentImport
  }
}

/** @throws AppError invalid-input with every problem by line and column; then nothing is saved */
export async function importAgents(
  context: Context,
  { file }: Upload,
): Promise<{ added: number; changed: number; unchanged: number }> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const { matched, issues } = await readFile(context, trx, file)
    if (issues.length > 0)
      throw new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 100))
    const count = { new: 0, changed: 0, unchanged: 0 }
    for (const each of matched) {
      const change = changeOf(each)
      count[change] += 1
      if (change === 'unchanged') continue
      const { line: _, ...fields } = each.read
      const agentId = each.known?.agentId ?? newId(now.getTime())
      const personId = each.known?.personId ?? null
      await saveAgent(scope, trx, { ...fields, agentId, personId, now } as Parameters<typeof saveAgent>[2])
    }
    const detail = { added: count.new, changed: count.changed, unchanged: count.unchanged }
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'agents.imported', subject, detail }, trx)
    return detail
  })
}

export async function readTemplates({ scope, db }: Context): Promise<{ items: TemplateView[] }> {
  return { items: [...(await listTemplates(scope, db))] }
}

/** @throws AppError not-found · invalid-input when it begins before its earliest start */
export async function changeTemplate(
  context: Context,
  fields: TemplateFields & { readonly templateId: string | null },
): Promise<{ templateId: string }> {
  const { scope, now } = context
  if (fields.latestStart < fields.earliestStart)
    throw new AppError('invalid-input', {}, [
      { code: 'backwards', path: 'latestStart', value: fields.latestStart },
    ])
  if (fields.breaks.some(({ earliest, latest }) => latest < earliest))
    throw new AppError('invalid-input', {}, [{ code: 'backwards', path: 'breaks' }])
  return inTransaction(context.db, async (trx) => {
    const known = await listTemplates(scope, trx)
    if (fields.templateId !== null && !known.some(({ templateId }) => templateId === fields.templateId))
      throw new AppError('not-found')
    const templateId = fields.templateId ?? newId(now.getTime())
    await saveTemplate(scope, trx, { ...fields, templateId, now })
    await recordAudit(
      context,
      { action: 'shiftTemplate.saved', subject: { kind: 'shiftTemplate', id: templateId } },
      trx,
    )
    return { templateId }
  })
}

/** @throws AppError not-found */
export async function dropTemplate(context: Context, { templateId }: { readonly templateId: string }) {
  return inTransaction(context.db, async (trx) => {
    if (!(await removeTemplate(context.scope, trx, templateId))) throw new AppError('not-found')
    const subject = { kind: 'shiftTemplate', id: templateId }
    await recordAudit(context, { action: 'shiftTemplate.removed', subject }, trx)
    return {}
  })
}
