/** The parts of the editor, and in which of them a place of the document is edited. */
export const methodParts = [
  'weights',
  'questions',
  'channels',
  'season',
  'scenarios',
  'form',
  'changes',
] as const
export type MethodPart = (typeof methodParts)[number]

export function isMethodPart(value: unknown): value is MethodPart {
  return methodParts.includes(value as MethodPart)
}

const homes: ReadonlyMap<string, MethodPart> = new Map(
  Object.entries({
    questions: 'questions',
    comments: 'questions',
    channels: 'channels',
    channelSlots: 'channels',
    keyTieOrder: 'channels',
    calendar: 'season',
    classes: 'season',
    contactsPerParticipant: 'season',
    observers: 'season',
    scenarioRepeatDays: 'season',
    scenarios: 'scenarios',
  }),
)

/** Example: `questions.3.options` is edited among the questions. */
export function partOfPath(path: string): MethodPart {
  return homes.get(path.split('.')[0] ?? '') ?? 'weights'
}
