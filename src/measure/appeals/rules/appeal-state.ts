/** The life of an appeal as its events add up to: received, coded again, decided, read by the participant. */
import type { AppealEventKind, AppealState, AppealStep } from '../contract.ts'

const after: Readonly<Record<AppealEventKind, AppealState>> = {
  received: 'received',
  codingAsked: 'inCoding',
  decided: 'decided',
  answered: 'answered',
}
const from: Readonly<Record<AppealEventKind, readonly AppealState[]>> = {
  received: [],
  codingAsked: ['received', 'inCoding'],
  decided: ['received', 'inCoding'],
  answered: ['decided'],
}

/** Example: a received appeal can be coded again or decided; a decided one can only be read. */
export function mayHappen(state: AppealState, kind: AppealEventKind): boolean {
  return from[kind].includes(state)
}

/** The state of a log, oldest first; one without any event has just been received. */
export function stateOf(kinds: readonly AppealEventKind[]): AppealState {
  const last = kinds.at(-1)
  return last === undefined ? 'received' : after[last]
}

export type Coding = 'none' | 'asked' | 'handedIn'

/** What the organiser must do next. `codable`: there is something in writing for a second coder to read. */
export function nextStep(
  state: AppealState,
  { coding, codable }: { readonly coding: Coding; readonly codable: boolean },
): AppealStep {
  if (state === 'decided' || state === 'answered') return 'nothing'
  if (coding === 'handedIn') return 'decide'
  if (coding === 'asked') return 'waitForCoding'
  return codable ? 'askForCoding' : 'decide'
}
