import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutHistory } from './cut-history.ts'

const older = 'Hei Kari\nVi har sendt pakken.\nHilsen kundeservice'

describe('quoted history is cut, however the mail program marks it', () => {
  test.each([
    [
      'Outlook, bokmål',
      'Fra: Post <post@firma.no>\nSendt: mandag 3. mars 2025 10:15\nTil: Kari\nEmne: SV: Pakke',
    ],
    ['Outlook, nynorsk', 'Frå: Post\nSendt: måndag 3. mars 2025 10:15\nTil: Kari\nEmne: Pakke'],
    ['Outlook, English, bold', '*From:* Post\n*Sent:* Monday\n*To:* Kari\n*Subject:* RE: Parcel'],
    ['Outlook, Swedish', 'Från: Post\nSkickat: den 3 mars 2025 10:15\nTill: Kari\nÄmne: Paket'],
    ['Outlook, Danish', 'Fra: Post\nSendt: 3. marts 2025 10:15\nTil: Kari\nEmne: Pakke'],
    ['a line above the block', '________________________________\nFra: Post\nSendt: i går\nEmne: x'],
    ['original message', '-----Original Message-----'],
    ['opprinnelig melding', '----- Opprinnelig melding -----'],
    ['Gmail, bokmål', 'man. 3. mars 2025 kl. 10:15 skrev Post <post@firma.no>:'],
    [
      'Gmail, broken over two lines',
      'tor. 13. mars 2025 kl. 10:15 skrev Kundeservice Firma\n<post@firma.no>:',
    ],
    ['Gmail, nynorsk', 'Den 3. mars 2025 kl. 10:15 skreiv Post <post@firma.no>:'],
    ['Gmail, Danish', 'Den man. 3. mar. 2025 kl. 10.15 skrev Post <post@firma.no>:'],
    ['Gmail, Swedish', 'Den mån 3 mars 2025 kl 10:15 skrev Post <post@firma.no>:'],
    ['Gmail, English', 'On Mon, Mar 3, 2025 at 10:15 AM Post <post@firma.no> wrote:'],
    ['German', 'Am 03.03.2025 um 10:15 schrieb Post <post@firma.no>:'],
  ])('%s', (_, mark) => {
    const cut = cutHistory(`Hvor er pakken?\n\n${mark}\n\n${older}`)
    expect(cut).toMatchObject({ text: 'Hvor er pakken?', keptWhole: false })
    expect(cut.quotedLines).toBeGreaterThanOrEqual(3)
  })
  test('and lines with > are cut where the answer stands between or below them', () => {
    const below =
      '3. mars 2025 kl. 10:15 skrev Post <post@firma.no>:\n> Vil du ha den?\n> Svar oss.\n\nJa takk.'
    expect(cutHistory(below)).toMatchObject({ text: 'Ja takk.', quotedLines: 3 })
    expect(cutHistory('> Vil du ha den?\nJa.\n> Når?\nI dag.').text).toBe('Ja.\nI dag.')
  })
})

describe('the signature is cut', () => {
  test.each([
    'Med vennlig hilsen\nKari Hansen\nTlf. 912 34 567',
    'Mvh Kari',
    'MVH,\nKari',
    'Beste helsing\nKari',
    'Venleg helsing, Kari Hansen',
    'Hilsen Kari',
    'Best regards,\nKari',
    'Med vänlig hälsning\nKari',
    '-- \nKari Hansen\nFirma AS',
    'Mvh\nKari\n--\nFirma AS',
    'Sendt fra min iPhone',
    'Mvh Kari\n\nSendt fra Outlook for iOS',
    'Sent from my Galaxy',
  ])('%j', (signature) => {
    const cut = cutHistory(`Hvor er pakken?\n\n${signature}\n`)
    expect(cut).toMatchObject({ text: 'Hvor er pakken?', quotedLines: 0, keptWhole: false })
    expect(cut.signatureLines).toBe(signature.split('\n').filter((line) => line !== '').length)
  })
  test('a postscript below it stays', () => {
    expect(cutHistory('Hei\nMvh Kari\nPS: Det haster.').text).toBe('Hei\nPS: Det haster.')
  })
  test('a greeting in the middle of a sentence is none', () => {
    const text =
      'Jeg fikk en hilsen fra dere\nHilsen kom med posten i går og jeg lurer på hvorfor.\nHva gjør jeg?'
    expect(cutHistory(text).text).toBe(text)
  })
})

test.each(['> Vil du ha den?', 'Mvh Kari', 'Fra: A\nSendt: i går\nEmne: x\nHei', '-- \nKari'])(
  'a text of nothing else stays whole and says so: %j',
  (text) => {
    expect(cutHistory(text)).toEqual({ text, quotedLines: 0, signatureLines: 0, keptWhole: true })
  },
)

test('an empty text is empty, and nothing is cut of plain words', () => {
  expect(cutHistory('')).toEqual({ text: '', quotedLines: 0, signatureLines: 0, keptWhole: false })
  expect(cutHistory('Fra: Oslo\nTil: Bergen\nHva koster turen?').text).toBe(
    'Fra: Oslo\nTil: Bergen\nHva koster turen?',
  )
})

test('a text with something in it never becomes nothing, and what stays was there', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('Mvh', '-- ', '> a', 'Fra: a', 'Sendt: b', 'Emne: c', 'Hei', ''),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
      const text = lines.join('\n')
      const cut = cutHistory(text)
      expect(cut.text.trim() === '').toBe(text.trim() === '')
      for (const one of cut.text.split('\n')) expect(text).toContain(one.trim())
    }),
    { numRuns: 1000 },
  )
})

test.each([
  '>',
  'Fra: a\n',
  'Den 1 ',
  'Mvh\n',
  'On 1\n',
  ' ',
  '\n',
  'Op a\n',
  '-- \n',
  'Dnia a\n',
  'skrev 1 ',
  'Am 1 schrieb\n',
])('time grows with the length: 100 kB of %j', (piece) => {
  const before = performance.now()
  cutHistory(piece.repeat(100_000 / piece.length))
  expect(performance.now() - before).toBeLessThan(10_000)
})
