import { expect, test } from 'vitest'
import { demoTopics } from '../topics/index.ts'
import { assign } from './topic-rows.ts'

test('a text about several things never has the same topic twice, also where the grouping is wrong', () => {
  const about = demoTopics.slice(0, 4)
  for (let text = 0; text < 4000; text++) {
    const ids = assign(about, `spørsmål ${text}, som er langt nok til å være sikkert`).map(
      ({ topic_id }) => topic_id,
    )
    expect(new Set(ids).size).toBe(about.length)
  }
})
