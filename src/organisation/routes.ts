import { implement } from '@orpc/server'
import { accept, lookAtInvitation } from './actions/acceptance.ts'
import { closeApiKey, createApiKey, describeOwnKey, readApiKeys } from './actions/api-keys.ts'
import { invite, readInvitations, withdrawInvitation } from './actions/invitations.ts'
import { cancelJob, readJob } from './actions/jobs.ts'
import { setMyLanguage, whoAmI } from './actions/me.ts'
import { readAudit, rename } from './actions/organisation.ts'
import { editPerson, readPeople } from './actions/people.ts'
import * as session from './actions/session.ts'
import type { Context, PublicContext, SessionContext, SignInContext } from './context.ts'
import { jobContract, organisationContract, sessionContract } from './contract.ts'

const open = implement(sessionContract).$context<SignInContext>()
const mine = implement(sessionContract).$context<SessionContext>()

export const sessionRoutes = {
  welcome: implement(sessionContract.welcome)
    .$context<PublicContext>()
    .handler(({ context }) => session.welcome(context)),
  signIn: open.signIn.handler(({ context, input }) => session.signIn(context, input)),
  signOut: mine.signOut.handler(({ context }) => session.signOut(context)),
  list: mine.list.handler(({ context }) => session.readSessions(context)),
  revoke: mine.revoke.handler(({ context, input }) => session.revokeSession(context, input)),
  switchOrganisation: mine.switchOrganisation.handler(({ context, input }) =>
    session.switchOrganisation(context, input),
  ),
  changePassword: mine.changePassword.handler(({ context, input }) => session.changePassword(context, input)),
}

const os = implement(organisationContract).$context<SessionContext>()
const holder = implement(organisationContract).$context<SignInContext>()

export const organisationRoutes = {
  me: os.me.handler(({ context }) => whoAmI(context)),
  setLanguage: os.setLanguage.handler(({ context, input }) => setMyLanguage(context, input)),
  rename: os.rename.handler(({ context, input }) => rename(context, input)),
  people: {
    list: os.people.list.handler(({ context }) => readPeople(context)),
    edit: os.people.edit.handler(({ context, input }) => editPerson(context, input)),
  },
  invitations: {
    list: os.invitations.list.handler(({ context }) => readInvitations(context)),
    create: os.invitations.create.handler(({ context, input }) => invite(context, input)),
    revoke: os.invitations.revoke.handler(({ context, input }) => withdrawInvitation(context, input)),
    look: holder.invitations.look.handler(({ context, input }) => lookAtInvitation(context, input)),
    accept: holder.invitations.accept.handler(({ context, input }) => accept(context, input)),
  },
  keys: {
    list: os.keys.list.handler(({ context }) => readApiKeys(context)),
    create: os.keys.create.handler(({ context, input }) => createApiKey(context, input)),
    revoke: os.keys.revoke.handler(({ context, input }) => closeApiKey(context, input)),
    own: os.keys.own.handler(({ context }) => describeOwnKey(context)),
  },
  audit: os.audit.handler(({ context, input }) => readAudit(context, input)),
}

const job = implement(jobContract).$context<Context>()

export const jobRoutes = {
  status: job.status.handler(({ context, input }) => readJob(context, input)),
  cancel: job.cancel.handler(({ context, input }) => cancelJob(context, input)),
}
