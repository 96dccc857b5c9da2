import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { maskCommand } from './mask.ts'
import { runCommand, temporaryFolder } from './testing/run-command.ts'

const folder = temporaryFolder()

function run(args: string[], stdin: readonly (string | Buffer)[] = []) {
  return runCommand(maskCommand, args, { cwd: folder, stdin })
}

const rows =
  'id;tekst;svar;annet\n1;"Ring 912 34 567; eller\nskriv";Hilsen Kari;=1+1\n2;Hva koster det?;;91234567\n'

test('the named columns are masked, everything else stays, and the counts are on standard error', async () => {
  await writeFile(join(folder, 'a.csv'), rows)
  const { code, out, err } = await run(['a.csv', '--text', 'tekst', '--text', 'svar'])
  expect(code).toBe(0)
  expect(out.replaceAll('\r\n', '\n')).toBe(
    'id;tekst;svar;annet\n1;"Ring [telefon]; eller\nskriv";Hilsen [navn];=1+1\n2;Hva koster det?;;91234567\n',
  )
  expect(err).toBe('phone: 1\nname: 1\nrows: 2\n')
})

test('standard input in an older encoding, as one JSON document', async () => {
  const { code, out } = await run(
    ['-', '--text', 'tekst', '--json'],
    [Buffer.from('id,tekst\n1,b\xe5t 91234567\n', 'latin1')],
  )
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual([{ id: '1', tekst: 'båt [telefon]' }])
})

test('a file with one column needs no delimiter', async () => {
  const { out } = await run(['-', '--text', 'tekst'], ['tekst\nHei, ring 91234567, takk\n'])
  expect(out).toBe('tekst\r\n"Hei, ring [telefon], takk"\r\n')
})

describe('a file whose lines end in CR alone, as old Macintosh programs write them', () => {
  test.each([
    ['whole', ['tekst,id\rring 41234567,1\rfnr 15038510190,2\r']],
    ['cut at a line end', ['tekst,id\r', 'ring 41234567,1\r', 'fnr 15038510190,2\r']],
    ['quoted', ['"tekst",id\r"ring 41234567",1\r"fnr 15038510190",2']],
    ['with LF within the cells', ['"tek\nst",id\r"ring 41234567",1\r"fnr 15038510190",2'], 'tek\nst'],
  ])('%s', async (_, input, heading = 'tekst') => {
    const { code, out, err } = await run(['-', '--text', heading], input)
    expect({ code, err }).toEqual({ code: 0, err: 'nationalId: 1\nphone: 1\nrows: 2\n' })
    expect(out).toContain('ring [telefon],1\r\nfnr [fødselsnummer],2\r\n')
  })

  test('in any other file a lone CR is a part of its cell, however it is cut', async () => {
    for (const input of [
      ['id,tekst\n1,hei\rring 41234567\n'],
      ['id,tekst\r', '\n1,hei\r', 'ring 41234567\r\n'],
    ])
      expect((await run(['-', '--text', 'tekst'], input)).out).toBe('id,tekst\r\n1,"hei\rring [telefon]"\r\n')
    const quoted = ['id,tekst\n1,hei\rring 41234567\n2,"ring 41234567"\n']
    expect((await run(['-', '--text', 'tekst'], quoted)).err).toBe('phone: 2\nrows: 2\n')
  })
})

test('names from a file are masked too', async () => {
  await writeFile(join(folder, 'names.txt'), 'Xhevahire Qerimi\n')
  const { out } = await run(['-', '--text', 't', '--names', 'names.txt'], ['t\nxhevahire svarte\n'])
  expect(out).toBe('t\r\n[navn] svarte\r\n')
})

describe('refused with what and where, and nothing on standard output', () => {
  test.each([
    ['a column that is missing', 'id,tekst\n1,a\n', 'this column is missing; the file has id, tekst'],
    [
      'a row with too many cells, late',
      `id,text\n${'1,91234567\n'.repeat(3000)}1,2,3\n`,
      'line 3002: 3 cells under 2 headings',
    ],
    ['a quotation mark that is not closed', 'id,text\n1,"91234567\n', 'quotation marks'],
    ['a workbook', 'PK\u0003\u0004\u0000\u0000', 'save a workbook as CSV'],
    ['nothing', '', 'the file is empty'],
  ])('%s', async (_, input, why) => {
    const { code, out, err } = await run(['-', '--text', 'text'], [input])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(why)
  })
  test('a file that is not there', async () => {
    expect(await run(['b.csv', '--text', 'text'])).toMatchObject({ code: 1, out: '' })
  })
})

test('nothing that waits on disk fails after a file that is refused at once', async () => {
  const failures: unknown[] = []
  const keep = (error: unknown) => failures.push(error)
  process.on('uncaughtException', keep)
  await writeFile(join(folder, 'empty.csv'), '')
  await run(['empty.csv', '--text', 'text'])
  await new Promise((resolve) => setTimeout(resolve, 50))
  process.off('uncaughtException', keep)
  expect(failures).toEqual([])
})

test.each([[[]], [['a.csv']], [['a.csv', 'b.csv', '--text', 't']], [['a.csv', '--text', 't', '--tall']]])(
  'wrong usage %j',
  async (args) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('lyttepost mask FILE.csv')
  },
)

test('no file of waiting rows is left behind', async () => {
  const waiting = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('lyttepost-mask-')).length
  const before = await waiting()
  await run(['-', '--text', 'text'], ['id,text\n1,a\n'])
  await run(['-', '--text', 'none'], ['id,text\n1,a\n'])
  await run(['-', '--text', 'text'], [''])
  expect(await waiting()).toBe(before)
})
