import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingSignOffs, stepFrom } from './answer-life.ts'
import { answerChannels } from './answer-words.ts'
import { channelRules, checkTone } from './channels/channel-rules.ts'
import { draftVersion } from './channels/draft-version.ts'
import { type CoreContent, coreStamp, sourceStamp, staleTranslations, wholeStamp } from './core-content.ts'
import { checkFacts, isWrong } from './facts/check-facts.ts'
import { coreFacts } from './facts/core-fact.ts'
import { maskQuery } from './mask-query.ts'
import { diffWords } from './merge/diff-words.ts'
import { mergeContent } from './merge/merge-content.ts'
import { mergedText, mergeTexts } from './merge/merge-texts.ts'
import { readOrigin } from './read-origin.ts'
import type { SharedFacts } from './text/fact-mark.ts'
import { readabilityOf } from './text/readability.ts'
import { plainOf } from './text/rich-text.ts'
import { standingOf } from './version-state.ts'
import { stemOf } from './words/normal-word.ts'

const none: SharedFacts = new Map()
const body =
  'Du flytter avtalen på {{lenke Min side: https://kraft.example.no/min-side}}.\n\n1. Logg inn\n2. Velg «Flytte»\n\nGi beskjed {{tall varsling: 14 dager}} før. Det koster {{=flyttegebyr}}.'
const contentOf = (text: string): CoreContent => ({
  source: 'nb',
  texts: { nb: { title: 'Flytte', body: text, translates: null } },
  questions: [],
  sheet: { tasks: '', goals: '', waysIn: '', waysForward: '' },
  channels: answerChannels,
})
const priced = (value: string): SharedFacts => new Map([['flyttegebyr', { kind: 'price', value }]])

describe('a channel version', () => {
  type Step =
    | { readonly does: 'change'; readonly to: number }
    | { readonly does: 'price'; readonly to: number }
    | { readonly does: 'approve' }
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ does: fc.constant('change' as const), to: fc.nat(3) }),
    fc.record({ does: fc.constant('price' as const), to: fc.nat(3) }),
    fc.constant({ does: 'approve' } as const),
  )

  test('is stale exactly when the core is another than the one that it was approved against', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let [text, price] = [0, 0]
        let approved: { readonly text: number; readonly price: number; readonly stamp: string } | undefined
        const stampNow = () =>
          coreStamp(contentOf(`Tekst ${text}. Det koster {{=flyttegebyr}}.`), priced(`${price} kr`), 'nb')
        for (const each of steps) {
          if (each.does === 'change') text = each.to
          if (each.does === 'price') price = each.to
          if (each.does === 'approve') approved = { text, price, stamp: stampNow() }
          const { stale } = standingOf(
            { body: 'a', approvedBody: approved ? 'a' : null, approvedStamp: approved?.stamp ?? null },
            stampNow(),
          )
          expect(stale).toBe(approved !== undefined && (approved.text !== text || approved.price !== price))
        }
      }),
    )
  })

  test('is not stale while no core is agreed, nor when only the sheet around the core changed', () => {
    expect(standingOf({ body: 'a', approvedBody: 'a', approvedStamp: 'x' }, null).stale).toBe(false)
    const core = contentOf('Tekst')
    expect(
      wholeStamp({ ...core, questions: ['Hva?'], sheet: { ...core.sheet, goals: 'Nye mål' } }, none),
    ).toBe(wholeStamp(core, none))
  })

  test('drafted from the core holds its facts, is within its channel’s length, and breaks no rule', () => {
    const long = `${body}\n\n${'Dette er en setning som står her for å gjøre svaret langt. '.repeat(40)}`
    for (const text of [body, long]) {
      const content = contentOf(text)
      const shared = priced('249 kr')
      const facts = coreFacts(text, shared)
      for (const channel of answerChannels) {
        const plain = plainOf(draftVersion(content, { channel, language: 'nb', shared }), shared)
        const found = checkFacts(facts, plainOf(text, shared), plain)
        expect(plain.length, channel).toBeLessThanOrEqual(channelRules[channel].most)
        expect(isWrong(found), channel).toBe(false)
        expect(
          checkTone(plain, { channel, language: 'nb', facts: found }).filter(
            ({ level }) => level === 'wrong',
          ),
        ).toEqual([])
      }
    }
  })

  test('follows a shared fact without being written anew', () => {
    const draft = draftVersion(contentOf(body), {
      channel: 'email',
      language: 'nb',
      shared: priced('249 kr'),
    })
    expect(plainOf(draft, priced('299 kr'))).toContain('299 kr')
  })
})

describe('tone', () => {
  const rules = (text: string, channel: (typeof answerChannels)[number]) =>
    checkTone(text, { channel, language: 'nb', facts: [] }).map(({ rule }) => rule)

  test.each([
    ['', 'chat', ['empty']],
    ['Hei! Det ordner vi.', 'chat', []],
    ['Det ordner vi.', 'chat', ['noGreeting']],
    ['Hei, det ordner vi.', 'email', ['noClosing']],
    ['Hei, det ordner vi.\n\nVennlig hilsen\nKundeservice', 'email', []],
    ['Hei! Send oss kundenummeret ditt her.', 'social', ['asksPersonalData']],
    ['Hei! Ikke skriv kundenummeret ditt her.', 'social', []],
    ['Gå til www.kraft.example.no/flytte nå.', 'phone', ['spokenLink']],
    ['I henhold til avtalen sier vi opp.', 'web', ['heavyWord']],
    [`Hei! ${'Vi ordner det. '.repeat(60)}`, 'chat', ['tooLong']],
  ] as const)('%s (%s)', (text, channel, found) => {
    expect(rules(text, channel)).toEqual(found)
  })

  test('LIX counts words, sentences and long words', () => {
    // Six words in two sentences, two of them longer than six letters: 3 + 100 · 2 / 6.
    const { lix, words, sentences, longWords } = readabilityOf('Vi sender fakturaen. Du betaler den.')
    expect({ words, sentences, longWords }).toEqual({ words: 6, sentences: 2, longWords: 2 })
    expect(lix).toBeCloseTo(36.33, 2)
    expect(readabilityOf('').lix).toBeNull()
  })
})

describe('two who write at once', () => {
  const line = fc.stringMatching(/^[a-c]{1,3}$/)
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))

  test('changes in different places are both kept', () => {
    expect(mergedText(mergeTexts('a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n'), 'both')).toBe('A\nb\nC\n')
    expect(mergeTexts('a\n', 'b\n', 'c\n').conflicts).toBe(1)
  })

  test('with only one who changed, that one is right; alike is taken once', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergedText(mergeTexts(base, changed, base), 'both')).toBe(changed)
        expect(mergedText(mergeTexts(base, base, changed), 'both')).toBe(changed)
        expect(mergedText(mergeTexts(base, changed, changed), 'both')).toBe(changed)
      }),
    )
  })

  test('nothing that anybody wrote is lost: every new line of each is in the whole', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const whole = mergedText(mergeTexts(base, mine, theirs), 'both').split('\n')
        const known = new Set(base.split('\n'))
        for (const written of [...mine.split('\n'), ...theirs.split('\n')])
          if (written !== '' && !known.has(written)) expect(whole).toContain(written)
      }),
    )
  })

  test('choosing a side of every conflict keeps what was settled', () => {
    const merged = mergeTexts('a\nb\nc\nd\n', 'a\nX\nc\nD\n', 'a\nY\nc\nd\n')
    expect(mergedText(merged, 'mine')).toBe('a\nX\nc\nD\n')
    expect(mergedText(merged, 'theirs')).toBe('a\nY\nc\nD\n')
  })

  test('a sheet merges field by field', () => {
    const base = contentOf('a\nb\n')
    const mine = { ...contentOf('A\nb\n'), questions: ['Min?'] }
    const theirs = { ...contentOf('a\nb\n'), questions: ['Din?'], sheet: { ...base.sheet, goals: 'Mål' } }
    const { content, conflicts } = mergeContent(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(content).toMatchObject({
      questions: ['Min?', 'Din?'],
      sheet: { goals: 'Mål' },
      texts: { nb: { body: 'A\nb\n' } },
    })
  })

  test('a difference gives both texts back', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const changes = diffWords(before, after)
        const without = (gone: string) =>
          changes
            .filter(({ is }) => is !== gone)
            .map((change) => change.text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })
})

describe('languages', () => {
  test('a translation is stale exactly when its source is another', () => {
    const source = contentOf('Hei')
    const nn = { title: 'Flytte', body: 'Hei', translates: sourceStamp(source) }
    const translated = { ...source, texts: { ...source.texts, nn } }
    expect(staleTranslations(translated)).toEqual([])
    expect(
      staleTranslations({
        ...translated,
        texts: { nb: { title: 'Flytte', body: 'Hallo', translates: null }, nn },
      }),
    ).toEqual(['nn'])
  })

  test.each([
    ['rekninga', 'regningene'],
    ['straumen', 'strøm'],
    ['kva', 'hva'],
    ['månader', 'måneder'],
    ['flyttar', 'flytting'],
    ['gebyret', 'gebyrer'],
    ['bills', 'bill'],
  ])('%s is found by %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other))
  })
})

describe('the life of an answer', () => {
  test('goes from draft to review to agreed to retired, and back to draft', () => {
    expect(stepFrom('draft', 'submit')).toBe('inReview')
    expect(stepFrom('draft', 'agree')).toBeUndefined()
    expect(stepFrom('inReview', 'agree')).toBe('agreed')
    expect(stepFrom('retired', 'revive')).toBe('draft')
    expect(stepFrom('retired', 'submit')).toBeUndefined()
  })

  test('waits for the owners of its own channels, and only for a yes to the text as it stands', () => {
    const answer = {
      channels: ['phone', 'chat', 'web'],
      owned: ['phone', 'chat', 'email'],
      stamp: 'now',
    } as const
    expect(missingSignOffs({ ...answer, signOffs: [] })).toEqual(['phone', 'chat'])
    expect(
      missingSignOffs({
        ...answer,
        signOffs: [
          { channel: 'phone', stamp: 'now' },
          { channel: 'chat', stamp: 'before' },
        ],
      }),
    ).toEqual(['chat'])
  })
})

describe('what is kept of a search', () => {
  test('has no number, address or code in it', () => {
    expect(maskQuery('faktura 12345678 til kari@epost.example')).toBe('faktura […] til […]')
    expect(maskQuery('kundenr AB12345 og 987 65 432')).toBe('kundenr […] og […]')
    expect(maskQuery('flytting for Kari Nordmann')).toBe('flytting for […]')
    expect(maskQuery('24 timer strøm')).toBe('24 timer strøm')
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[2-9]\d{7}$/), fc.string(), (before, number, after) => {
        expect(maskQuery(`${before} ${number} ${after}`)).not.toContain(number)
      }),
    )
  })

  test('and a page of others is named by its origin', () => {
    expect(readOrigin('https://www.kraft.example.no/side?x')).toBe('https://www.kraft.example.no')
    expect(readOrigin('kraft.example.no')).toBe('https://kraft.example.no')
    expect(readOrigin('http://localhost:3000')).toBe('http://localhost:3000')
    for (const bad of ['', 'http://kraft.example.no', 'javascript:alert(1)', 'https://*', 'https://a@b.no'])
      expect(readOrigin(bad)).toBeUndefined()
  })
})
