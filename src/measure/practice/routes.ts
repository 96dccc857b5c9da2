import { implement } from '@orpc/server'
import type { Context } from '../../organisation/index.ts'
import { listMaterial, noteOnContact, shareMaterial } from './actions/material.ts'
import { listStandards, saveStandard } from './actions/standards.ts'
import { readPractice, readSeason, readTrend, setEssentials, setTarget } from './actions/targets.ts'
import { addTraining, editTraining, listTrainingPlan } from './actions/training.ts'
import { practiceContract } from './contract.ts'

const os = implement(practiceContract).$context<Context>()

export const practiceRoutes = {
  get: os.get.handler(({ context, input }) => readPractice(context, input)),
  season: os.season.handler(({ context, input }) => readSeason(context, input)),
  trend: os.trend.handler(({ context, input }) => readTrend(context, input)),
  setTarget: os.setTarget.handler(({ context, input }) => setTarget(context, input)),
  setEssentials: os.setEssentials.handler(({ context, input }) => setEssentials(context, input)),
  standards: {
    list: os.standards.list.handler(({ context, input }) => listStandards(context, input)),
    save: os.standards.save.handler(({ context, input }) => saveStandard(context, input)),
  },
  training: {
    list: os.training.list.handler(({ context, input }) => listTrainingPlan(context, input)),
    add: os.training.add.handler(({ context, input }) => addTraining(context, input)),
    edit: os.training.edit.handler(({ context, input }) => editTraining(context, input)),
  },
  material: {
    list: os.material.list.handler(({ context, input }) => listMaterial(context, input)),
    share: os.material.share.handler(({ context, input }) => shareMaterial(context, input)),
    note: os.material.note.handler(({ context, input }) => noteOnContact(context, input)),
  },
}
