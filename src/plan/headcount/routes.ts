import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { saveAssumptions, saveNeeds, savePeople } from './actions/change-plan.ts'
import { exportPlan, readPlan } from './actions/read-plan.ts'
import {
  addAd,
  exportRecruitment,
  readRecruitment,
  removeAd,
  saveAd,
  saveProfile,
  setAttraction,
} from './actions/recruitment.ts'
import { addScenario, exportScenarios, readScenarios, removeScenario } from './actions/scenarios.ts'
import { headcountContract } from './contract.ts'

const os = implement(headcountContract).$context<Context>()

export const headcountRoutes = {
  get: os.get.handler(({ context }) => readPlan(context)),
  saveAssumptions: os.saveAssumptions.handler(({ context, input }) => saveAssumptions(context, input)),
  savePeople: os.savePeople.handler(({ context, input }) => savePeople(context, input)),
  saveNeeds: os.saveNeeds.handler(({ context, input }) => saveNeeds(context, input)),
  export: os.export.handler(({ context }) => exportPlan(context)),
  scenarios: {
    list: os.scenarios.list.handler(({ context }) => readScenarios(context)),
    add: os.scenarios.add.handler(({ context, input }) => addScenario(context, input)),
    remove: os.scenarios.remove.handler(({ context, input }) => removeScenario(context, input)),
    export: os.scenarios.export.handler(({ context }) => exportScenarios(context)),
  },
  recruitment: {
    get: os.recruitment.get.handler(({ context }) => readRecruitment(context)),
    saveProfile: os.recruitment.saveProfile.handler(({ context, input }) => saveProfile(context, input)),
    setAttraction: os.recruitment.setAttraction.handler(({ context, input }) =>
      setAttraction(context, input),
    ),
    addAd: os.recruitment.addAd.handler(({ context, input }) => addAd(context, input)),
    saveAd: os.recruitment.saveAd.handler(({ context, input }) => saveAd(context, input)),
    removeAd: os.recruitment.removeAd.handler(({ context, input }) => removeAd(context, input)),
    export: os.recruitment.export.handler(({ context }) => exportRecruitment(context)),
  },
}
