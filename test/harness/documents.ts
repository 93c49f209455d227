import { readdirSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import type { ApplicationReading, ImportMessage } from '../../shared/application/reading.ts'
import { ask, type Asking } from './ask.ts'
import { madeDocx } from './made-files.ts'
import { madePdf, pagesOf, rawPdf } from './made-files-pdf.ts'
import { hostOf, type RunningServer } from './running-server.ts'

/** Where a file is added, and what is said of it. */
export interface Sending {
  readonly cookie: string
  readonly person?: string
  readonly review?: string
  readonly name: string
  /** `title` and `kind`. */
  readonly said?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer to a file that was sent. */
export interface Sent {
  readonly status: number
  readonly body: string
  /** The lines of the answer; none where it is no import's. */
  readonly messages: readonly ImportMessage[]
}

/** A file on its way: the test writes it. */
export interface Upload {
  readonly request: ClientRequest
  readonly answer: Promise<Sent>
  /** The lines that have come so far. */
  readonly soFar: () => readonly ImportMessage[]
}

/** Begins to send a file as a page of staff does. */
export function beginUpload(port: number, sending: Sending): Upload {
  const { cookie, person = 'staff', review = 'maine.1.1', name, said = {}, headers = {} } = sending
  const host = `${hostOf(person)}:${port}`
  const path = `/api/reviews/${review}/documents?${new URLSearchParams({ name, ...said }).toString()}`
  const outgoing = request({
    host: '127.0.0.1',
    port,
    path,
    method: 'POST',
    agent: false,
    headers: { host, origin: `http://${host}`, cookie, ...headers },
  })
  let body = ''
  const answer = new Promise<Sent>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      incoming.setEncoding('utf8').on('data', (piece: string) => (body += piece))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const status = incoming.statusCode ?? 0
        resolve({ status, body, messages: status === 200 ? linesOf(body) : [] })
      })
    })
  })
  // Whoever breaks it off does not wait for its answer.
  answer.catch(() => undefined)
  return { request: outgoing, answer, soFar: () => linesOf(body) }
}

/** Sends a whole file, and waits for the whole answer. */
export function sendFile(
  port: number,
  { content, ...sending }: Sending & { readonly content: Uint8Array | string },
): Promise<Sent> {
  const bytes = Buffer.from(content)
  const headers = { 'content-length': String(bytes.length), ...sending.headers }
  const { request: outgoing, answer } = beginUpload(port, { ...sending, headers })
  outgoing.end(bytes)
  return answer
}

function linesOf(body: string): readonly ImportMessage[] {
  const whole = body.slice(0, body.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** The id of the document that a file became. Throws where it was refused. */
export function addedBy({ messages, body }: Sent): string {
  const last = messages.at(-1)
  if (last?.stage !== 'done') throw new Error(`The file was not added: ${body}`)
  return last.document
}

/** What a seat is told of an application. */
export async function readingOf(
  port: number,
  cookie: string,
  { id = 'maine', person = 'staff' } = {},
): Promise<ApplicationReading> {
  const answer = await ask(port, hostOf(person), `/api/applications/${id}`, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`)
  return JSON.parse(answer.body)
}

/** Something of a document, by its address: as bytes. */
export async function download(
  port: number,
  path: string,
  asking: Asking & { readonly person?: string } = {},
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const { person = 'staff', headers = {} } = asking
  // `fetch` sets the host by itself.
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent: false,
        headers: { host: `${hostOf(person)}:${port}`, ...headers },
      },
      (incoming) => {
        const pieces: Buffer[] = []
        incoming.on('data', (piece: Buffer) => pieces.push(piece))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: new Headers(
              Object.entries(incoming.headersDistinct).map(([key, value]) => [key, value?.join() ?? '']),
            ),
            bytes: Buffer.concat(pieces),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Everything that a refusal must leave as it is: how far the journal goes, and each file of the folder. */
export async function standing({ log, filesFolder }: RunningServer): Promise<unknown> {
  return [await log.head('journal/rehearsal-1'), readdirSync(filesFolder).toSorted()]
}

/** The names of files that are on their way. */
export function draftsIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.'))
}

/** A PDF of so many pages, each with a line of its own. */
export function longPdf(pages: number): Uint8Array {
  return rawPdf(
    pagesOf(
      Array.from(
        { length: pages },
        (_, at) => `BT /F1 11 Tf 72 700 Td (This is page ${at + 1} of ${pages}.) Tj ET`,
      ),
    ),
  )
}

const answers = [
  [
    '(A)(1)',
    'Articulating the reform agenda. Eighty districts take part in the whole of the plan and all of its goals.',
  ],
  [
    '(B)(1)',
    'Developing and adopting common standards. The Board adopts them in August after three public hearings.',
  ],
  [
    '(F)(2)',
    'Charter and other innovative schools. The law allows for ten innovative schools in each of the regions.',
  ],
] as const

/** One short application in each kind of file that can be read, by the name of the file. */
export async function madeOfEachKind(): Promise<Readonly<Record<string, Uint8Array>>> {
  const heads = answers.map(([id]) => `${id} What the State plans`)
  const bodies = answers.map(([, text]) => Array.from({ length: 6 }, () => text).join(' '))
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  return {
    'plan.pdf': await madePdf(heads.map((text, at) => [{ text, size: 18, bold: true }, bodies[at] ?? ''])),
    'plan.docx': madeDocx(
      heads.flatMap((text, at) => [{ text, style: 'Heading1' }, { text: bodies[at] ?? '' }]),
    ),
    'plan.rtf': encode(
      `{\\rtf1\\ansi ${heads.map((text, at) => `\\b ${text}\\b0\\par ${bodies[at]}\\par `).join('')}}`,
    ),
    'plan.txt': encode(heads.map((text, at) => `${text}\n\n${bodies[at]}\n\n`).join('')),
    'plan.md': encode(heads.map((text, at) => `# ${text}\n\n${bodies[at]}\n\n`).join('')),
  }
}
