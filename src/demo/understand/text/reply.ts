/** What agents and the chatbot answered: mostly the facts, sometimes none of them, sometimes yesterday's. */
import type { Random } from '../../../kernel/random.ts'
import type { DemoTopic } from '../topics/demo-topic.ts'
import { pick } from './grammar.ts'

export type DemoReplyKind = 'agrees' | 'lacks' | 'contradicts'

const fact = /<<([^|>]*)\|([^>]*)>>/g
const before = ['Hei, og takk for at du tar kontakt.', 'Hei!', 'Takk for henvendelsen.', 'Hei [navn].', '']
const after = ['Si fra hvis det er noe mer.', 'Ha en fin dag!', 'Vennlig hilsen kundeservice', '']
const evasive = [
  'Vi har sendt saken videre, og du hører fra oss.',
  'Se nettsidene våre for mer informasjon.',
  'Kan du ringe oss, så ser vi på det?',
  'Dette må en kollega se på. Du får svar så snart som mulig.',
  'Jeg har notert det på kundeforholdet ditt.',
]

export function reply(topic: DemoTopic, kind: DemoReplyKind, random: Random): string {
  const body =
    kind === 'lacks'
      ? pick(evasive, random)
      : topic.answer.replaceAll(fact, (_, right: string, wrong: string) =>
          kind === 'agrees' ? right : wrong,
        )
  return [pick(before, random), body, pick(after, random)].filter((part) => part !== '').join(' ')
}

/** The facts of a topic's answer, as they are and as some still say; none for an answer without facts. */
export function factsOf({
  answer,
}: DemoTopic): readonly { readonly right: string; readonly wrong: string }[] {
  return [...answer.matchAll(fact)].map(([, right, wrong]) => ({ right: right!, wrong: wrong! }))
}
