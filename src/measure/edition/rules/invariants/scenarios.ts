/** Every class has role plays enough on every channel, so that none comes back too soon (M3.4, M3.5). */
import type { EditionMethod } from '../../contract.ts'
import { wholeKey } from '../distribution-key.ts'
import { type Invariant, issue } from './issue.ts'

type Scenario = EditionMethod['scenarios'][number]

export function scenariosFor(method: EditionMethod, className: string | undefined): readonly Scenario[] {
  return method.scenarios.filter(
    ({ classes }) => classes.length === 0 || (className !== undefined && classes.includes(className)),
  )
}

/** The most contacts that fall within `scenarioRepeatDays` when a participant's contacts are evenly spread. */
export function scenariosNeeded(method: EditionMethod): number {
  const days = method.calendar.weeks * 7
  const within = Math.min(method.scenarioRepeatDays, days)
  return Math.max(1, Math.ceil((method.contactsPerParticipant * within) / days))
}

function classesOf(method: EditionMethod): readonly (string | undefined)[] {
  return method.classes.length > 0 ? method.classes : [undefined]
}

export const classesHaveScenariosEnough: Invariant = (method) => {
  const needed = scenariosNeeded(method)
  return classesOf(method).flatMap((name) => {
    const found = scenariosFor(method, name).length
    return found >= needed
      ? []
      : [issue('too-few-scenarios', 'scenarios', { class: name ?? '*', found, needed })]
  })
}

export const channelsHaveScenarios: Invariant = (method) => {
  const used = method.channels.filter(({ id }) => wholeKey(method).some((key) => (key.counts[id] ?? 0) > 0))
  return classesOf(method).flatMap((name) =>
    used
      .filter(({ id }) => !scenariosFor(method, name).some((scenario) => scenario.channels.includes(id)))
      .map(({ id }) => issue('no-scenario-on-channel', 'scenarios', { class: name ?? '*', channel: id })),
  )
}

export const scenarioClassesExist: Invariant = (method) =>
  method.classes.length === 0
    ? []
    : method.scenarios.flatMap((scenario, index) =>
        scenario.classes
          .filter((name) => !method.classes.includes(name))
          .map((name) => issue('unknown-class', `scenarios.${index}.classes`, { class: name })),
      )
