/**
 * Who may call what: one line for each endpoint of the API. An endpoint without a line does not compile, and
 * is refused while the server runs. `tests/api/rights.test.ts` calls every endpoint as everybody and compares.
 *
 * `public`: anybody, without a session. `signedIn`: every active person, whatever the role.
 * A list: people of the organisation who hold one of the roles. Another organisation's rows are never found.
 */
import type { ContractProcedure } from '@orpc/contract'
import type { Contract } from './contract.ts'
import type { ApiKeyScope } from './organisation/rules/api-key-scopes.ts'
import type { Role } from './organisation/rules/roles.ts'

export type Right = 'public' | 'signedIn' | readonly Role[]

/** The dotted names of all endpoints, such as `organisation.people.list`. */
export type EndpointName = DottedNames<Contract>

// biome-ignore lint/suspicious/noExplicitAny: matches a procedure whatever its schemas are
type AnyEndpoint = ContractProcedure<any, any, any, any>
type DottedNames<Node> = {
  [Key in keyof Node & string]: Node[Key] extends AnyEndpoint ? Key : `${Key}.${DottedNames<Node[Key]>}`
}[keyof Node & string]

const intakeManagers: readonly Role[] = ['manager', 'editor', 'admin']
const intakeReaders: readonly Role[] = ['manager', 'editor', 'agent', 'planner', 'admin']

export const rights: Readonly<Record<EndpointName, Right>> = {
  'session.welcome': 'public',
  'session.signIn': 'public',
  'session.signOut': 'signedIn',
  'session.list': 'signedIn',
  'session.revoke': 'signedIn',
  'session.switchOrganisation': 'signedIn',
  'session.changePassword': 'signedIn',

  'organisation.me': 'signedIn',
  'organisation.setLanguage': 'signedIn',
  'organisation.rename': ['admin'],
  'organisation.people.list': ['organiser', 'admin'],
  'organisation.people.edit': ['admin'],
  'organisation.invitations.list': ['organiser', 'admin'],
  'organisation.invitations.create': ['admin'],
  'organisation.invitations.revoke': ['admin'],
  'organisation.invitations.look': 'public',
  'organisation.invitations.accept': 'public',
  'organisation.keys.list': ['admin'],
  'organisation.keys.create': ['admin'],
  'organisation.keys.revoke': ['admin'],
  // Asked by programs alone, with a key: see `keyRights`.
  'organisation.keys.own': [],
  'organisation.audit': ['organiser', 'admin'],

  'job.status': 'signedIn',
  'job.cancel': 'signedIn',

  'edition.list': ['organiser', 'participant', 'admin'],
  'edition.create': ['organiser', 'admin'],
  'edition.get': ['organiser', 'admin'],
  'edition.rename': ['organiser', 'admin'],
  'edition.method': ['organiser', 'admin'],
  'edition.save': ['organiser', 'admin'],
  'edition.check': ['organiser', 'admin'],
  'edition.revisions': ['organiser', 'admin'],
  'edition.diff': ['organiser', 'admin'],
  'edition.move': ['organiser', 'admin'],
  'edition.remove': ['organiser', 'admin'],

  'participants.list': ['organiser', 'admin'],
  'participants.get': ['organiser', 'admin'],
  'participants.add': ['organiser', 'admin'],
  'participants.edit': ['organiser', 'admin'],
  'participants.withdraw': ['organiser', 'admin'],
  'participants.reinstate': ['organiser', 'admin'],
  'participants.confirm': ['organiser', 'admin'],
  'participants.confirmAgreed': ['organiser', 'admin'],
  'participants.discover': ['organiser', 'admin'],
  'participants.screenshot': ['organiser', 'admin'],
  'participants.previewImport': ['organiser', 'admin'],
  'participants.import': ['organiser', 'admin'],

  'planning.get': ['organiser', 'admin'],
  'planning.make': ['organiser', 'admin'],
  'planning.contacts': ['organiser', 'admin'],
  'planning.counts': ['organiser', 'admin'],
  'planning.preview': ['organiser', 'admin'],
  'planning.apply': ['organiser', 'admin'],
  'planning.revision': ['organiser', 'admin'],
  'planning.observers.list': ['organiser', 'admin'],
  'planning.observers.add': ['organiser', 'admin'],
  'planning.observers.edit': ['organiser', 'admin'],
  'planning.observers.previewImport': ['organiser', 'admin'],
  'planning.observers.import': ['organiser', 'admin'],

  'observers.pool': ['organiser', 'admin'],
  'observers.get': ['organiser', 'admin'],
  'observers.saveProfile': ['organiser', 'admin'],
  'observers.saveAvailability': ['organiser', 'admin'],
  'observers.qualify': ['organiser', 'admin'],
  'observers.declareConflict': ['organiser', 'admin'],
  'observers.endConflict': ['organiser', 'admin'],
  'observers.briefing.get': ['organiser', 'admin'],
  'observers.briefing.save': ['organiser', 'admin'],
  'observers.payments.get': ['organiser', 'admin'],
  'observers.payments.saveRates': ['organiser', 'admin'],
  'observers.payments.addExtra': ['organiser', 'admin'],
  'observers.payments.pay': ['organiser', 'admin'],
  'observers.payments.export': ['organiser', 'admin'],
  'observers.mine.get': ['observer'],
  'observers.mine.saveAvailability': ['observer'],
  'observers.mine.declareConflict': ['observer'],
  'observers.mine.briefing': ['observer'],
  'observers.mine.startBriefing': ['observer'],
  'observers.mine.answerBriefing': ['observer'],

  'fieldwork.observe.list': ['observer'],
  'fieldwork.observe.get': ['observer'],
  'fieldwork.observe.log': ['observer'],
  'fieldwork.observe.saveDraft': ['observer'],
  'fieldwork.observe.submit': ['observer'],
  'fieldwork.review.queue': ['organiser', 'admin'],
  'fieldwork.review.get': ['organiser', 'admin'],
  'fieldwork.review.approve': ['organiser', 'admin'],
  'fieldwork.review.reopen': ['organiser', 'admin'],
  'fieldwork.review.approveClean': ['organiser', 'admin'],
  'fieldwork.review.return': ['organiser', 'admin'],
  'fieldwork.overview': ['organiser', 'admin'],
  'fieldwork.progress': ['organiser', 'admin'],
  'fieldwork.pause': ['organiser', 'admin'],
  'fieldwork.resume': ['organiser', 'admin'],
  'fieldwork.importUnsent': ['organiser', 'admin'],
  'fieldwork.exclude': ['organiser', 'admin'],

  'results.get': ['organiser', 'participant', 'admin'],
  'results.participant': ['organiser', 'participant', 'admin'],
  'results.certainty': ['organiser', 'participant', 'admin'],
  'results.submissions': ['organiser', 'participant', 'admin'],
  'results.submission': ['organiser', 'participant', 'admin'],
  'results.export': ['organiser', 'admin'],
  'results.publish': ['organiser', 'admin'],

  'interchange.exportForm': ['organiser', 'admin'],
  'interchange.readForm': ['organiser', 'admin'],
  'interchange.takeForm': ['organiser', 'admin'],
  'interchange.readResults': ['organiser', 'admin'],
  'interchange.importResults': ['organiser', 'admin'],
  'quality.get': ['organiser', 'admin'],

  'coding.mine': ['observer'],
  'coding.open': ['observer'],
  'coding.saveDraft': ['observer'],
  'coding.handIn': ['observer'],
  'coding.list': ['organiser', 'admin'],
  'coding.sample': ['organiser', 'admin'],
  'coding.withdraw': ['organiser', 'admin'],

  'masking.get': ['organiser', 'admin'],
  'masking.set': ['organiser', 'admin'],

  'appeals.list': ['organiser', 'admin'],
  'appeals.openWindow': ['organiser', 'admin'],
  'appeals.get': ['organiser', 'admin'],
  'appeals.askForCoding': ['organiser', 'admin'],
  'appeals.preview': ['organiser', 'admin'],
  'appeals.decide': ['organiser', 'admin'],
  'appeals.correctable': ['organiser', 'admin'],
  'appeals.previewCorrection': ['organiser', 'admin'],
  'appeals.correct': ['organiser', 'admin'],
  'appeals.mine': ['participant'],
  'appeals.own': ['participant'],
  'appeals.make': ['participant'],
  'appeals.addFile': ['participant'],
  'appeals.acknowledge': ['participant'],
  'appeals.file': ['organiser', 'participant', 'admin'],
  'appeals.changes': ['organiser', 'participant', 'admin'],

  'reports.list': ['organiser', 'participant', 'admin'],
  'reports.document': ['organiser', 'participant', 'admin'],
  'reports.file': ['organiser', 'participant', 'admin'],
  'reports.classFile': ['organiser', 'participant', 'admin'],
  'reports.makeAll': ['organiser', 'admin'],
  'reports.bundle': ['organiser', 'admin'],

  'publication.get': ['organiser', 'admin'],
  'publication.set': ['organiser', 'admin'],
  'publication.press': ['organiser', 'admin'],
  'publication.openData': ['organiser', 'admin'],

  'trend.overview': ['organiser', 'admin'],
  'trend.series': ['organiser', 'admin'],
  'trend.tie': ['organiser', 'admin'],
  'trend.untie': ['organiser', 'admin'],
  'trend.judge': ['organiser', 'admin'],
  'trend.unjudge': ['organiser', 'admin'],
  'trend.earlier.list': ['organiser', 'admin'],
  'trend.earlier.export': ['organiser', 'admin'],
  'trend.earlier.previewImport': ['organiser', 'admin'],
  'trend.earlier.import': ['organiser', 'admin'],
  'trend.earlier.remove': ['organiser', 'admin'],

  'practice.get': ['organiser', 'participant', 'admin'],
  'practice.season': ['organiser', 'participant', 'admin'],
  'practice.trend': ['organiser', 'participant', 'admin'],
  'practice.setTarget': ['participant'],
  'practice.setEssentials': ['participant'],
  'practice.standards.list': ['organiser', 'participant', 'admin'],
  'practice.standards.save': ['participant'],
  'practice.training.list': ['organiser', 'participant', 'admin'],
  'practice.training.add': ['participant'],
  'practice.training.edit': ['participant'],
  'practice.material.list': ['organiser', 'participant', 'admin'],
  'practice.material.share': ['participant'],
  'practice.material.note': ['participant'],

  'insight.get': ['organiser', 'participant', 'admin'],
  'insight.participant': ['organiser', 'participant', 'admin'],
  'insight.target': ['organiser', 'participant', 'admin'],

  'expectations.get': ['organiser', 'admin'],
  'expectations.save': ['organiser', 'admin'],
  'expectations.open': ['organiser', 'admin'],
  'expectations.remind': ['organiser', 'admin'],
  'expectations.extend': ['organiser', 'admin'],
  'expectations.close': ['organiser', 'admin'],
  'expectations.results': ['organiser', 'admin'],
  'expectations.history.preview': ['organiser', 'admin'],
  'expectations.history.import': ['organiser', 'admin'],
  'expectations.proposal': ['organiser', 'admin'],
  'expectations.accept': ['organiser', 'admin'],
  'expectations.mine.list': ['observer'],
  'expectations.mine.get': ['observer'],
  'expectations.mine.answer': ['observer'],

  'feedback.list': ['organiser', 'admin'],
  'feedback.reply': ['organiser', 'admin'],
  'feedback.carry': ['organiser', 'admin'],
  'feedback.close': ['organiser', 'admin'],
  'feedback.mine': ['participant', 'observer'],
  'feedback.send': ['participant', 'observer'],
  'feedback.links.list': ['organiser', 'participant', 'admin'],
  'feedback.links.make': ['organiser', 'participant', 'admin'],
  'feedback.open.look': 'public',
  'feedback.open.send': 'public',
  'feedback.open.read': 'public',
  'feedback.preparation.list': ['organiser', 'admin'],
  'feedback.preparation.add': ['organiser', 'admin'],
  'feedback.preparation.edit': ['organiser', 'admin'],
  'feedback.preparation.settle': ['organiser', 'admin'],

  'topics.list': ['manager', 'editor', 'agent', 'planner', 'admin'],
  'topics.texts': ['manager', 'editor', 'agent', 'planner', 'admin'],
  'topics.tray': ['manager', 'editor', 'admin'],
  'topics.suggestions': ['manager', 'editor', 'admin'],
  'topics.dismiss': ['manager', 'editor', 'admin'],
  'topics.parts': ['manager', 'editor', 'admin'],
  'topics.decide': ['manager', 'editor', 'admin'],
  'topics.undo': ['manager', 'editor', 'admin'],
  'topics.decisions': ['manager', 'editor', 'planner', 'admin'],
  'topics.fit.start': ['manager', 'editor', 'admin'],
  'topics.fit.list': ['manager', 'editor', 'planner', 'admin'],
  'topics.fit.moves': ['manager', 'editor', 'planner', 'admin'],
  'intake.summary': intakeReaders,
  'intake.sources.get': intakeReaders,
  'intake.sources.create': intakeManagers,
  'intake.sources.edit': intakeManagers,
  'intake.sources.retire': intakeManagers,
  'intake.uploads.begin': intakeManagers,
  'intake.uploads.part': intakeManagers,
  'intake.uploads.get': intakeManagers,
  'intake.uploads.discard': intakeManagers,
  'intake.uploads.preview': intakeManagers,
  'intake.import': intakeManagers,
  'intake.batches.list': intakeReaders,
  'intake.batches.get': intakeReaders,
  'intake.batches.refusals': intakeReaders,
  'intake.batches.exportRefusals': intakeReaders,
  'intake.batches.cancel': intakeManagers,
  'intake.receive': intakeManagers,
  'intake.enquiries.list': intakeReaders,
  'intake.enquiries.count': intakeReaders,
  'intake.enquiries.get': intakeReaders,
  'intake.mailbox.save': intakeManagers,
  'intake.mailbox.fetch': intakeManagers,
  'intake.tally.get': ['manager', 'editor', 'agent', 'admin'],
  'intake.tally.press': ['manager', 'editor', 'agent', 'admin'],
  'intake.customer.find': intakeManagers,
  'intake.customer.export': intakeManagers,
  'intake.customer.erase': intakeManagers,
  'overview.get': ['manager', 'agent', 'editor', 'planner', 'admin'],
  'overview.topic': ['manager', 'agent', 'editor', 'planner', 'admin'],
  'overview.saveProfile': ['manager', 'editor', 'admin'],
  'overview.priority.get': ['manager', 'editor', 'planner', 'admin'],
  'overview.priority.prioritise': ['manager', 'admin'],
  'overview.priority.place': ['manager', 'admin'],
  'overview.priority.saveWeights': ['manager', 'admin'],
  'overview.channels.get': ['manager', 'editor', 'planner', 'admin'],
  'overview.channels.saveCosts': ['manager', 'admin'],
  'overview.demand.list': ['manager', 'agent', 'editor', 'admin'],
  'overview.demand.draw': ['manager', 'editor', 'admin'],
  'overview.demand.items': ['manager', 'agent', 'editor', 'admin'],
  'overview.demand.code': ['manager', 'agent', 'editor', 'admin'],
  'overview.codes.list': ['manager', 'editor', 'planner', 'admin'],
  'overview.codes.estimate': ['manager', 'editor', 'admin'],
  'overview.codes.set': ['manager', 'editor', 'admin'],

  'answers.list': ['agent', 'editor', 'manager', 'admin'],
  'answers.create': ['editor', 'admin'],
  'answers.get': ['agent', 'editor', 'manager', 'admin'],
  'answers.save': ['editor', 'admin'],
  'answers.setTopic': ['editor', 'admin'],
  'answers.move': ['editor', 'manager', 'admin'],
  'answers.signOff': ['editor', 'manager', 'admin'],
  'answers.history': ['agent', 'editor', 'manager', 'admin'],
  'answers.revision': ['agent', 'editor', 'manager', 'admin'],
  'answers.restore': ['editor', 'admin'],
  'answers.comment': ['agent', 'editor', 'manager', 'admin'],
  'answers.resolve': ['editor', 'manager', 'admin'],
  'answers.versions.draft': ['editor', 'admin'],
  'answers.versions.save': ['editor', 'admin'],
  'answers.versions.approve': ['editor', 'manager', 'admin'],
  'answers.versions.history': ['agent', 'editor', 'manager', 'admin'],
  'answers.facts.list': ['agent', 'editor', 'manager', 'admin'],
  'answers.facts.save': ['editor', 'admin'],
  'answers.find.search': ['agent', 'editor', 'manager', 'admin'],
  'answers.find.read': ['agent', 'editor', 'manager', 'admin'],
  'answers.find.note': ['agent', 'editor', 'manager', 'admin'],
  'answers.find.report': ['editor', 'manager', 'admin'],
  'answers.find.settle': ['editor', 'admin'],
  'answers.consistency': ['editor', 'manager', 'admin'],
  'answers.replies': ['editor', 'manager', 'admin'],
  'answers.sheet': ['agent', 'editor', 'manager', 'admin'],
  'answers.export': ['editor', 'manager', 'admin'],
  'answers.settings.get': ['editor', 'manager', 'admin'],
  'answers.settings.save': ['editor', 'admin'],
  'answers.open.list': 'public',
  'answers.open.search': 'public',
  'answers.open.export': 'public',
  'answers.open.get': 'public',
  'answers.open.note': 'public',

  'improvements.list': ['manager', 'editor', 'agent', 'planner', 'admin'],
  'improvements.get': ['manager', 'editor', 'agent', 'planner', 'admin'],
  'improvements.create': ['manager', 'editor', 'admin'],
  'improvements.save': ['manager', 'editor', 'admin'],
  'improvements.move': ['manager', 'editor', 'admin'],
  'improvements.note': ['manager', 'editor', 'admin'],
  'improvements.export': ['manager', 'editor', 'planner', 'admin'],
  'improvements.suggestions.list': ['manager', 'editor', 'agent', 'admin'],
  'improvements.suggestions.send': ['manager', 'editor', 'agent', 'admin'],
  'improvements.suggestions.reply': ['manager', 'editor', 'admin'],
  'improvements.suggestions.carry': ['manager', 'editor', 'admin'],
  'improvements.suggestions.close': ['manager', 'editor', 'admin'],
  'watch.get': ['manager', 'editor', 'planner', 'admin'],
  'watch.settle': ['manager', 'editor', 'admin'],
  'watch.run': ['manager', 'editor', 'admin'],
  'watch.alerts.list': ['manager', 'editor', 'planner', 'admin'],
  'watch.alerts.subscribe': ['manager', 'editor', 'planner', 'admin'],
  'watch.alerts.change': ['manager', 'editor', 'planner', 'admin'],
  'watch.alerts.end': ['manager', 'editor', 'planner', 'admin'],
  'watch.alerts.test': ['manager', 'editor', 'planner', 'admin'],

  // Staffing
  'staffing.overview': ['manager', 'planner', 'admin'],
  'staffing.week': ['manager', 'planner', 'admin'],
  'staffing.rules.list': ['manager', 'planner', 'admin'],
  'staffing.rules.save': ['manager', 'planner', 'admin'],
  'staffing.shrinkage.get': ['manager', 'planner', 'admin'],
  'staffing.shrinkage.save': ['manager', 'planner', 'admin'],
  'staffing.scheduled.save': ['manager', 'planner', 'admin'],
  'staffing.scheduled.import': ['manager', 'planner', 'admin'],
}

/** What a program with an API key may call: with which scope, or `anyKey`. Everything else is closed to keys. */
export const keyRights: Readonly<Partial<Record<EndpointName, ApiKeyScope | 'anyKey'>>> = {
  'organisation.keys.own': 'anyKey',
  'intake.receive': 'enquiries:write',
}

/** Whether a key with these scopes may call the endpoint; unknown → no. What is public is open to it too. */
export function keyMayCall(endpoint: string, scopes: readonly ApiKeyScope[]): boolean {
  if (mayCall(endpoint, undefined)) return true
  const right = Object.hasOwn(keyRights, endpoint) ? keyRights[endpoint as EndpointName] : undefined
  return right === 'anyKey' || (right !== undefined && scopes.includes(right))
}

/** Whether somebody with these roles (undefined: nobody is signed in) may call the endpoint; unknown → no. */
export function mayCall(endpoint: string, held: readonly Role[] | undefined): boolean {
  const right = Object.hasOwn(rights, endpoint) ? rights[endpoint as EndpointName] : []
  if (right === 'public') return true
  if (held === undefined) return false
  return right === 'signedIn' || right.some((role) => held.includes(role))
}

/** The right as the reference page shows it. */
export function rightInWords(endpoint: string): string {
  const right = Object.hasOwn(rights, endpoint) ? rights[endpoint as EndpointName] : []
  if (right === 'public') return 'public'
  const people = right === 'signedIn' ? ['everybody who is signed in'] : right
  const key = Object.hasOwn(keyRights, endpoint) ? keyRights[endpoint as EndpointName] : undefined
  const keys = key === undefined ? [] : [key === 'anyKey' ? 'any API key' : `API key with ${key}`]
  return [...people, ...keys].join(', ')
}
