/** Every id stands once, and every reference points at something that exists. */
import type { EditionMethod } from '../../contract.ts'
import { type Invariant, issue, type MethodIssue, repeated } from './issue.ts'

export const idsAreUnique: Invariant = (method) => [
  ...once(method.channels, 'channels'),
  ...once(method.areas, 'areas'),
  ...once(method.questions, 'questions'),
  ...once(method.bands, 'bands'),
  ...once(method.scenarios, 'scenarios'),
  ...method.questions.flatMap((question, index) => once(question.options, `questions.${index}.options`)),
  ...repeated(method.classes, (name) => name).map(({ id, index }) =>
    issue('doubled-id', `classes.${index}`, { id }),
  ),
  ...commentsBesideQuestions(method),
]

function once(items: readonly { readonly id: string }[], path: string): readonly MethodIssue[] {
  return repeated(items, (item) => item.id).map(({ id, index }) =>
    issue('doubled-id', `${path}.${index}.id`, { id }),
  )
}

/** Comments and questions become columns of one table, so they share one set of names. */
function commentsBesideQuestions(method: EditionMethod): readonly MethodIssue[] {
  const taken = method.questions.length
  return repeated([...method.questions, ...method.comments], (item) => item.id)
    .filter(({ index }) => index >= taken)
    .map(({ id, index }) => issue('doubled-id', `comments.${index - taken}.id`, { id }))
}

/** Words that are columns of the files for submissions and scores. */
const columns = ['contact', 'participant', 'class', 'channel', 'answered', 'score']

export const idsAreNotColumns: Invariant = (method) =>
  (['areas', 'questions', 'comments'] as const).flatMap((list) =>
    method[list].flatMap(({ id }, index) =>
      columns.includes(id) ? [issue('reserved-id', `${list}.${index}.id`, { id })] : [],
    ),
  )

/** `na` stands for "not applicable" in every file, so no option may be called that. */
export const noOptionIsCalledNotApplicable: Invariant = (method) =>
  method.questions.flatMap((question, index) =>
    question.options.flatMap(({ id }, place) =>
      id.toLowerCase() === 'na'
        ? [issue('reserved-id', `questions.${index}.options.${place}.id`, { id })]
        : [],
    ),
  )

export const areasExist: Invariant = (method) => {
  const known = new Set(method.areas.map((area) => area.id))
  return (['questions', 'comments'] as const).flatMap((list) =>
    method[list].flatMap(({ area }, index) =>
      known.has(area) ? [] : [issue('unknown-area', `${list}.${index}.area`, { area })],
    ),
  )
}

export const channelsExist: Invariant = (method) => {
  const known = new Set<string>(method.channels.map((channel) => channel.id))
  const missing = (channels: readonly string[], path: string) =>
    channels.flatMap((channel, index) =>
      known.has(channel) ? [] : [issue('unknown-channel', `${path}.${index}`, { channel })],
    )
  return [
    ...method.questions.flatMap((question, index) =>
      missing(question.channels, `questions.${index}.channels`),
    ),
    ...method.scenarios.flatMap((scenario, index) =>
      missing(scenario.channels, `scenarios.${index}.channels`),
    ),
    ...method.channelSlots.flatMap((slot, index) => missing(slot, `channelSlots.${index}`)),
    ...missing(method.keyTieOrder, 'keyTieOrder'),
  ]
}

export const channelsAreNamedOnce: Invariant = (method) =>
  (['questions', 'scenarios'] as const).flatMap((list) =>
    method[list].flatMap((item, index) =>
      repeated(item.channels, (channel) => channel).map((again) =>
        issue('doubled-id', `${list}.${index}.channels.${again.index}`, { id: again.id }),
      ),
    ),
  )
