/**
 * The built-in method `reference` (M1.3): 25 contacts per participant over 18 weeks with Christmas, Easter and
 * a clock change inside. On every channel's form 200 points are possible: 10 + 30 + 100 + 60, which is exactly
 * 5 / 15 / 50 / 30 per cent. Key, points, steps and wording are our own.
 */
import type { AreaMethod, BandMethod, EditionMethod } from '../../contract.ts'
import { agentQuestions } from './agent.ts'
import { referenceChannels } from './channels.ts'
import { customerExperienceQuestions } from './customer-experience.ts'
import { say } from './options.ts'
import { overallQuestions } from './overall.ts'
import { referenceScenarios } from './scenarios.ts'
import { waitingQuestions } from './waiting.ts'
import { welcomeQuestions } from './welcome.ts'

const areas: AreaMethod[] = [
  { id: 'waiting', name: say('Ventetid', 'Ventetid', 'Waiting'), weight: 5 },
  { id: 'welcome', name: say('Velkomsten', 'Velkomsten', 'The welcome'), weight: 15 },
  { id: 'agent', name: say('Kundebehandleren', 'Kundebehandlaren', 'The agent'), weight: 50 },
  { id: 'overall', name: say('Helhetsinntrykket', 'Heilskapsinntrykket', 'Overall impression'), weight: 30 },
  { id: 'cx', name: say('Kundeopplevelse', 'Kundeoppleving', 'Customer experience'), weight: 0 },
]

const comments: EditionMethod['comments'] = [
  {
    id: 'commentWelcome',
    area: 'welcome',
    text: say('Fortell om velkomsten', 'Fortel om velkomsten', 'Describe the welcome'),
    required: true,
  },
  {
    id: 'commentAgent',
    area: 'agent',
    text: say(
      'Fortell hva kundebehandleren gjorde godt, og hva som kunne vært bedre',
      'Fortel kva kundebehandlaren gjorde godt, og kva som kunne vore betre',
      'Describe what the agent did well, and what could have been better',
    ),
    required: true,
  },
  {
    id: 'commentOverall',
    area: 'overall',
    text: say(
      'Fortell om helhetsinntrykket',
      'Fortel om heilskapsinntrykket',
      'Describe the overall impression',
    ),
    required: true,
  },
]

const bands: BandMethod[] = [
  { id: '=100', name: say('Full score (100)', 'Full score (100)', 'Full score (100)'), from: 100 },
  {
    id: '[80,100)',
    name: say('80 til under 100', '80 til under 100', '80 to below 100'),
    from: 80,
    below: 100,
  },
  { id: '[70,80)', name: say('70 til under 80', '70 til under 80', '70 to below 80'), from: 70, below: 80 },
  { id: '<70', name: say('Under 70', 'Under 70', 'Below 70'), from: 0, below: 70 },
]

export const referenceMethod: EditionMethod = {
  format: 'lyttepost-edition/1',
  id: 'reference',
  name: say('Referansemetoden', 'Referansemetoden', 'The reference method'),
  methodVersion: '1',
  calendar: {
    start: '2026-11-30',
    weeks: 18,
    timeZone: 'Europe/Oslo',
    holidays: 'NO',
    closedDays: ['2026-12-24', '2026-12-31'],
  },
  classes: [],
  contactsPerParticipant: 25,
  channels: referenceChannels,
  channelSlots: [['phone'], ['email'], ['chat', 'messenger']],
  keyTieOrder: ['phone', 'email', 'chat', 'messenger'],
  observers: { lockOutDays: 20, contactsPerWeek: 5 },
  scenarioRepeatDays: 31,
  areas,
  questions: [
    ...waitingQuestions,
    ...welcomeQuestions,
    ...agentQuestions,
    ...overallQuestions,
    ...customerExperienceQuestions,
  ],
  comments,
  score: { total: 'meanOfScores', interval: { level: 0.95, resamples: 2000 } },
  bands,
  ranking: { ties: 'shared' },
  scenarios: referenceScenarios,
}
