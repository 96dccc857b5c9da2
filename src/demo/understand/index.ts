/** Understand's part of the demo world: a year of enquiries of a fictional power company, with topics and owners. */
import { buildFigures } from '../../understand/overview/index.ts'
import { countTexts, countTopics } from '../../understand/topics/index.ts'
import { insertAnswers } from './answers/insert-answers.ts'
import { insertAlerts } from './rows/alert-rows.ts'
import { insertEnquiries } from './rows/enquiry-rows.ts'
import { insertImprovements } from './rows/improvement-rows.ts'
import { insertDemandSample, insertProfiles } from './rows/profile-rows.ts'
import type { DemoSetting } from './rows/setting.ts'
import { insertBatches, insertSources } from './rows/source-rows.ts'
import { insertCodeTopics, insertTextTopics, insertTopics } from './rows/topic-rows.ts'
import { demoYear } from './world.ts'

export async function buildDemoUnderstand(setting: DemoSetting): Promise<void> {
  const { enquiries } = demoYear(setting.now)
  await insertSources(setting)
  await insertBatches(setting, enquiries)
  await insertEnquiries(setting, enquiries)
  await insertTopics(setting)
  await insertTextTopics(setting, enquiries)
  await insertCodeTopics(setting, enquiries)
  await insertProfiles(setting)
  await insertDemandSample(setting, enquiries)
  await countTexts(setting.organisation, setting.trx)
  await countTopics(setting.organisation, setting.trx)
  await insertAnswers(setting)
  await insertImprovements(setting)
  await insertAlerts(setting)
  await buildFigures({ scope: setting.organisation.scopes.manager, db: setting.trx, now: setting.now })
}
