import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../kernel/errors.ts'
import { readRows, readTable, writeCsv, writeXlsx } from './index.ts'

const bytesOf = (text: string, encoding = 'utf-8') => new Uint8Array(iconv.encode(text, encoding))
const read = (text: string) => readTable(bytesOf(text))

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('a table from text', () => {
  it('has a header, rows and the line of each', async () => {
    expect(await read('navn;klasse\nBuss;transport\n')).toEqual({
      header: ['navn', 'klasse'],
      rows: [{ line: 2, cells: ['Buss', 'transport'] }],
      encoding: 'utf-8',
      delimiter: ';',
    })
  })

  it.each([
    ['comma', 'navn,beløp\nA,"1,5"\nB,2\n', ',', '1,5'],
    ['semicolon beside decimal commas', 'navn;beløp\nA;1,5\nB;2,5\n', ';', '1,5'],
    ['tab', 'navn\tbeløp\nA\t1,5\n', '\t', '1,5'],
    ['the one that the first line says', 'sep=;\nnavn,x;beløp\nA;1,5\n', ';', '1,5'],
  ])('finds the delimiter: %s', async (_, text, delimiter, cell) => {
    const table = await read(text)
    expect(table.delimiter).toBe(delimiter)
    expect(table.rows[0]!.cells[1]).toBe(cell)
  })

  it('of one column needs no delimiter', async () => {
    expect((await read('navn\nBuss\nTrikk\n')).rows.map(({ cells }) => cells)).toEqual([['Buss'], ['Trikk']])
  })

  it('counts lines as an editor does, also after line breaks in cells, empty lines and other line ends', async () => {
    const table = await read('a,b\r\n"en\r\nto",1\r\n\r\n,\r\nsist,2\r\n')
    expect(table.rows).toEqual([
      { line: 2, cells: ['en\nto', '1'] },
      { line: 6, cells: ['sist', '2'] },
    ])
    expect((await read('sep=,\na,b\nx,1\n')).rows[0]!.line).toBe(3)
  })

  it('fills short rows up and overlooks empty cells at the end', async () => {
    expect((await read('a;b;;\n1\n2;3;;\n')).rows.map(({ cells }) => cells)).toEqual([
      ['1', ''],
      ['2', '3'],
    ])
  })

  it.each([
    ['nothing at all', '', [{ code: 'file-empty' }]],
    ['a doubled column', 'a,b,a\n1,2,3\n', [{ code: 'column-doubled', line: 1, column: 'a' }]],
    ['a column without a name', 'a,,c\n1,2,3\n', [{ code: 'column-without-name', line: 1 }]],
    ['too many cells', 'a,b\n1,2\n1,2,3\n', [{ code: 'too-many-cells', line: 3 }]],
    ['a quote that is not closed', 'a,b\n1,2\n3,"fire\n5,6\n', [{ code: 'quote-not-closed', line: 3 }]],
    ['a quote inside a cell', 'a,b\n1,2\n3,"fi"re\n', [{ code: 'quote-inside-cell', line: 3 }]],
    [
      'a character that no text has',
      'a,b\n1,\u0001\n',
      [{ code: 'unreadable-character', line: 2, column: 'b' }],
    ],
  ])('is refused with line and column: %s', async (_, text, issues) => {
    const error = await refusal(read(text))
    expect(error.code).toBe('invalid-input')
    expect(error.issues).toMatchObject(issues)
  })

  it('is refused beyond its limits, by the limit', async () => {
    const text = `a,b\n${'1,2\n'.repeat(100)}`
    const refusedBy = async (limits: object) => (await refusal(readTable(bytesOf(text), { limits }))).params
    expect(await refusedBy({ rows: 99 })).toEqual({ what: 'rows', most: 99 })
    expect(await refusedBy({ bytes: 100 })).toEqual({ what: 'bytes', most: 100 })
    expect(await refusedBy({ columns: 1 })).toEqual({ what: 'columns', most: 1 })
    expect((await readTable(bytesOf(text), { limits: { rows: 100 } })).rows).toHaveLength(100)
  })
})

describe('the letters of a text', () => {
  const text = 'navn;sted\nÅse Ødegård;Ås – «Ærlig»\n'

  it.each([
    ['utf-8', text, 'utf-8'],
    ['utf-8', `\ufeff${text}`, 'utf-8'],
    ['windows-1252', text, 'windows-1252'],
    ['latin1', text.replace('–', '-'), 'windows-1252'],
    ['utf-16le', `\ufeff${text}`, 'utf-16le'],
    ['utf-16be', `\ufeff${text}`, 'utf-16be'],
    ['utf-16le', text, 'utf-16le'],
  ])('come back from %s', async (encoding, written, told) => {
    const table = await readTable(bytesOf(written, encoding))
    expect(table.header).toEqual(['navn', 'sted'])
    expect(table.rows[0]!.cells[0]).toBe('Åse Ødegård')
    expect(table.encoding).toBe(told)
  })

  it('come back from Windows-1252 for any Norwegian words', async () => {
    const words = [
      'kjøpt',
      'på',
      'nær',
      'Tromsø',
      'været',
      'Ålesund',
      'é',
      '«ja»',
      'blåbærsyltetøy',
      'nei',
      '15 %',
      'ÆØÅ',
    ]
    const row = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const lines = rows.map((each) => each.join(' '))
        const table = await readTable(bytesOf(`tekst\n${lines.join('\n')}\n`, 'windows-1252'))
        expect(table.rows.map(({ cells }) => cells[0])).toEqual(lines)
      }),
    )
  })
})

describe('a heading over the list', () => {
  const lines = { header: ['Virksomhet', 'Bransje'], rows: [{ line: 4, cells: ['Buss', 'transport'] }] }

  it('is passed over in a workbook, and lines are counted as the spreadsheet does', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Påmeldte')
    for (const row of [['Påmeldte 2027'], [], ['Virksomhet', 'Bransje'], ['Buss', 'transport']])
      sheet.addRow(row)
    sheet.mergeCells('A1:B1')
    expect(await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatchObject(lines)
  })

  it('is passed over in what a spreadsheet wrote as text', async () => {
    expect(await read('Påmeldte 2027;\n;\nVirksomhet;Bransje\nBuss;transport\n')).toMatchObject(lines)
  })

  it('is not looked for in a list of one column, where a line with a delimiter is told', async () => {
    const error = await refusal(read('tekst\nhei\nja, takk\n'))
    expect(error.issues).toMatchObject([{ code: 'too-many-cells', line: 3 }])
  })
})

describe('a table from a workbook', () => {
  it('has the rows of its first visible sheet, every value as text', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('skjult', { state: 'hidden' }).addRow(['nei'])
    const sheet = workbook.addWorksheet('Deltakere')
    sheet.addRow(['navn', 'dato', 'tall', 'formel', 'rik', 'lenke'])
    sheet.addRow([
      'Ås',
      new Date('2026-03-29'),
      22334455,
      { formula: '1+1', result: 2 },
      { richText: [{ text: 'en' }, { text: 'to' }] },
      { text: 'side', hyperlink: 'https://example.no' },
    ])
    sheet.addRow([])
    sheet.addRow(['sist'])
    const table = await readTable(new Uint8Array(await workbook.xlsx.writeBuffer()), { filename: 'x.csv' })
    expect(table.header).toEqual(['navn', 'dato', 'tall', 'formel', 'rik', 'lenke'])
    expect(table.rows).toEqual([
      { line: 2, cells: ['Ås', '2026-03-29', '22334455', '2', 'ento', 'side'] },
      { line: 4, cells: ['sist', '', '', '', '', ''] },
    ])
  })

  it('comes back as it was written, formulas being text', async () => {
    const bytes = await writeXlsx([{ name: 'a/b', header: ['navn', 'sum'], rows: [['=1+1', -2.5]] }])
    expect((await readTable(bytes)).rows).toEqual([{ line: 2, cells: ['=1+1', '-2.5'] }])
  })

  it('that unpacks to far more than it is, is refused before it is unpacked', async () => {
    const bomb = zip('xl/worksheets/sheet1.xml', Buffer.alloc(50 * 1024 * 1024, ' '))
    expect((await refusal(readTable(bomb))).code).toBe('too-large')
  })

  it('that is some other archive, damaged, or of the old kind is refused as what it is', async () => {
    const code = async (bytes: Uint8Array) => (await refusal(readTable(bytes))).issues[0]!.code
    expect(await code(zip('content.xml', Buffer.from('<x/>')))).toBe('file-not-a-table')
    expect(await code(zip('xl/workbook.xml', Buffer.from('<x')))).toBe('file-damaged')
    expect(await code((await writeXlsx([{ name: 'a', header: ['a'], rows: [] }])).subarray(0, 900))).toBe(
      'file-damaged',
    )
    expect(await code(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('file-old-workbook')
  })
})

describe('a table as CSV', () => {
  it('guards what a spreadsheet would run, and leaves numbers alone', () => {
    expect(
      writeCsv([
        ['navn', 'sum'],
        ['=1+1', -2],
      ]),
    ).toBe("navn,sum\r\n'=1+1,-2\r\n")
    expect(writeCsv([['@x', '+47 22 33 44 55', '-3,5', '+A1', '\tx', 'a"b', null]], { delimiter: ';' })).toBe(
      `'@x;+47 22 33 44 55;-3,5;'+A1;'\tx;"a""b";\r\n`,
    )
  })

  it('comes back as it was, whatever the cells hold', async () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.trim())
      .filter(readable)
    const rows = fc.array(
      fc.tuple(
        cell,
        cell.filter((text) => text !== ''),
      ),
      { minLength: 1, maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        async (cells, delimiter) => {
          const text = writeCsv([['første', 'andre'], ...cells], { delimiter, byteOrderMark: true })
          const table = await read(text)
          expect(table.rows.map((row) => row.cells)).toEqual(cells)
        },
      ),
    )
  })
})

describe('any bytes at all', () => {
  const neverBreaks = async (bytes: Uint8Array) => {
    try {
      await readTable(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
    }
  }

  it('are a table or refused, never a failure', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), neverBreaks), { numRuns: 500 })
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 500 }).map((text) => bytesOf(text)),
        neverBreaks,
      ),
    )
    const csvLike = fc.array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', 'å', '=', ' ', '\ufeff'), {
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(
        csvLike.map((parts) => bytesOf(parts.join(''))),
        neverBreaks,
      ),
      { numRuns: 1000 },
    )
  })

  it('put into a sound workbook break nothing either', async () => {
    const workbook = await writeXlsx([{ name: 'a', header: ['a', 'b'], rows: [['x', 1]] }])
    const change = fc.tuple(fc.nat(workbook.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(change, async ([at, bytes]) => {
        const changed = workbook.slice()
        changed.set(bytes.subarray(0, changed.length - at), at)
        await neverBreaks(changed)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

const readable = (text: string) =>
  /^[^\p{Cc}\ufeff]*$/u.test(text) && text.isWellFormed() && !text.startsWith('sep=')

/** An archive of one part. */
function zip(name: string, content: Buffer): Uint8Array {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(1, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(1, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

it('bytes that are no text are refused when they are read as rows, and Windows letters are not', async () => {
  const rowsOf = async (bytes: Uint8Array) => {
    const rows: (readonly string[])[] = []
    for await (const batch of readRows(
      (async function* () {
        yield bytes
      })(),
    ))
      rows.push(...batch.map(({ cells }) => cells))
    return rows
  }
  const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xe5])
  await expect(rowsOf(picture)).rejects.toMatchObject({ issues: [{ code: 'encoding' }] })
  expect(await rowsOf(bytesOf('navn;sted\nBåt;Ås\n', 'windows-1252'))).toEqual([
    ['navn', 'sted'],
    ['Båt', 'Ås'],
  ])
})
