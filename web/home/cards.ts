import { appealsHome } from '../measure/appeals/home.tsx'
import { editionHome } from '../measure/edition/home.tsx'
import { fieldworkHome } from '../measure/fieldwork/home.tsx'
import { resultsHome } from '../measure/results/home.tsx'
import { observeHome } from '../observe/home.tsx'
import { planHome } from '../plan/overview/home.tsx'
import { ownHome } from '../plan/own/home.tsx'
import { peopleHome } from '../plan/people/home.tsx'
import { requestsHome } from '../plan/requests/home.tsx'
import { answersHome } from '../understand/answers/home.tsx'
import { improvementsHome } from '../understand/improvements/home.tsx'
import { overviewHome } from '../understand/overview/home.tsx'
import { watchHome } from '../understand/watch/home.tsx'
import type { HomeCards } from './slots.ts'

/** Every feature's cards on the home page, in the order in which they are shown. */
export const homeCards: readonly HomeCards[] = [
  observeHome,
  answersHome,
  fieldworkHome,
  appealsHome,
  editionHome,
  resultsHome,
  overviewHome,
  improvementsHome,
  watchHome,
  planHome,
  ownHome,
  requestsHome,
  peopleHome,
]
