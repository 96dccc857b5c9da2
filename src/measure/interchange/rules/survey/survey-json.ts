/**
 * The part of SurveyJS's JSON that a form of ours needs and that most of its forms use. Properties that only we
 * know (`points`, `clock`, `weight`) stand beside theirs, which SurveyJS allows: it leaves alone what it does not know.
 */
import { z } from 'zod'

/** A text, or one for each language with `default`. */
export const surveyText = z.union([z.string(), z.record(z.string(), z.unknown())])
export type SurveyText = z.infer<typeof surveyText>

export const surveyElement: z.ZodType<SurveyElement> = z.looseObject({
  type: z.string(),
  name: z.string(),
  title: surveyText.optional(),
  get elements() {
    return z.array(surveyElement).optional()
  },
}) as z.ZodType<SurveyElement>

export type SurveyElement = {
  readonly type: string
  readonly name: string
  readonly title?: SurveyText | undefined
  readonly elements?: readonly SurveyElement[] | undefined
  readonly [property: string]: unknown
}

export const surveyPage = z.looseObject({
  name: z.string().optional(),
  title: surveyText.optional(),
  elements: z.array(surveyElement).optional(),
  questions: z.array(surveyElement).optional(),
})

export const surveyDocument = z.looseObject({
  pages: z.array(surveyPage).optional(),
  elements: z.array(surveyElement).optional(),
  questions: z.array(surveyElement).optional(),
})
export type SurveyPage = z.infer<typeof surveyPage>
export type SurveyDocument = z.infer<typeof surveyDocument>

/** Asked first in what we write, for the questions that only some channels have. */
export const channelElement = 'channel'
