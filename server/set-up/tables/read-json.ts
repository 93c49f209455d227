import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import type { Cell, RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { fileFault } from './file-faults.ts'

/** Reads a list of objects, one for each row; their keys are the columns. A list of texts is as many lines of a cell. */
export function readJson(text: string, encoding: RawTable['encoding']): RawTable | readonly TableFault[] {
  let whole: unknown
  try {
    whole = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const line = lineOfFault(error.message, text)
    return [fileFault(`The file is no JSON${line === null ? '' : `; it breaks in line ${line}`}.`)]
  }
  if (!Array.isArray(whole))
    return [fileFault('The file holds no list. It begins with [ and has an object for each row.')]
  const entries: readonly unknown[] = whole
  const faults: TableFault[] = []
  const keys = new Map<string, number>()
  const rows = entries.map((entry, at) => {
    const cells: Cell[] = []
    if (!isObject(entry))
      faults.push(fileFault('The entry is no object with a value for each column.', at + 1))
    else
      for (const [key, value] of Object.entries(entry)) {
        const cell = cellOf(value)
        if (cell === undefined)
          faults.push({
            line: at + 1,
            column: key.slice(0, 80),
            sentence: 'It holds neither a text nor a number.',
          })
        else {
          const place = keys.get(key) ?? keys.size
          keys.set(key, place)
          cells[place] = cell
        }
      }
    return { line: at + 1, cells: Array.from(cells, (cell) => cell ?? null) }
  })
  return faults.length > 0 ? faults : { kind: 'json', encoding, header: [...keys.keys()], rows }
}

function cellOf(value: unknown): Cell | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  const texts = Array.isArray(value) && value.every((each) => typeof each === 'string')
  return texts ? value.join('\n') : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** V8 says where, mostly. */
function lineOfFault(message: string, text: string): number | null {
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length
}
