/** A method's questionnaire as a SurveyJS form: a page for each area, in the three languages. */
import type { Localized } from '../../../../kernel/localized.ts'
import type { EditionMethod, QuestionMethod } from '../../../edition/contract.ts'
import { channelElement } from './survey-json.ts'

type Json = Readonly<Record<string, unknown>>

/** SurveyJS names bokmål `no`; English is what it shows where a language is missing. */
function text({ nb, nn, en }: Localized): Json {
  return { default: en, no: nb, nn }
}

/**
 * The form that SurveyJS draws from this JSON asks for the channel first and then what that channel's form asks.
 *
 * @example writeSurvey(referenceMethod) // { title, pages: [{ name: 'channel', … }, { name: 'waiting', … }, …] }
 */
export function writeSurvey(method: EditionMethod): Json {
  return {
    title: text(method.name),
    locale: 'no',
    showQuestionNumbers: 'off',
    pages: [channelPage(method), ...method.areas.map((area) => areaPage(method, area.id))],
  }
}

function channelPage({ channels }: EditionMethod): Json {
  const choices = channels.map(({ id, name }) => ({ value: id, text: text(name) }))
  const title = text({ nb: 'Kanal', nn: 'Kanal', en: 'Channel' })
  return {
    name: channelElement,
    elements: [{ type: 'radiogroup', name: channelElement, title, isRequired: true, choices }],
  }
}

function areaPage(method: EditionMethod, areaId: string): Json {
  const area = method.areas.find(({ id }) => id === areaId)!
  const questions = method.questions.filter((question) => question.area === areaId)
  const comments = method.comments.filter((comment) => comment.area === areaId)
  return {
    name: area.id,
    title: text(area.name),
    weight: area.weight,
    elements: [
      ...questions.map((question) => questionElement(question, method)),
      ...comments.map((comment) => ({
        type: 'comment',
        name: comment.id,
        title: text(comment.text),
        isRequired: comment.required,
      })),
    ],
  }
}

function questionElement(question: QuestionMethod, { channels }: EditionMethod): Json {
  const { id, kind, clock, help, notApplicable } = question
  const everywhere = channels.every((channel) => question.channels.includes(channel.id))
  const listed = question.channels.map((channel) => `'${channel}'`).join(', ')
  return {
    type: 'radiogroup',
    name: id,
    title: text(question.text),
    ...(help ? { description: text(help) } : {}),
    isRequired: true,
    ...(everywhere ? {} : { visibleIf: `{${channelElement}} anyof [${listed}]` }),
    choices: question.options.map((option) => ({
      value: option.id,
      text: text(option.label),
      ...(question.scored ? { points: option.points } : {}),
    })),
    ...(notApplicable ? { showNoneItem: true, noneText: text(notApplicableText) } : {}),
    kind,
    ...(question.scored ? {} : { scored: false }),
    ...(clock ? { clock } : {}),
  }
}

const notApplicableText = { nb: 'Ikke aktuelt', nn: 'Ikkje aktuelt', en: 'Not applicable' }
