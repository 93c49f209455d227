import express, { type Request, type Response, type Router } from 'express'
import type { ApplicationDocument } from '../../shared/application/document.ts'
import { newestRubric, noticeWordsFor, rubricName } from '../../shared/competition/rubrics.ts'
import type { Person } from '../../shared/competition/setup.ts'
import type { Competition } from '../../shared/competition/state.ts'
import type { NoticePage } from '../../shared/notice/notice-page.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import type { Files } from '../files/files.ts'
import { missing, type Texts } from '../files/texts.ts'
import { sendDocument } from '../http/document-file.ts'
import type { ImportAnswer } from '../http/import-answer.ts'
import { fromOwnPage } from '../http/origin.ts'
import { foreignPage, nothingHere, signedOut } from '../http/refused.ts'
import type { Stages } from '../stages.ts'
import { openProposing } from './proposing.ts'

interface Parts {
  readonly stages: Stages
  readonly files: Files
  readonly texts: Texts
  readonly importing: ImportAnswer
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
}

/** The notice: its documents and its words for everybody who is signed in, since it is public; attaching it, for staff. */
export function noticeApi({ stages, files, texts, importing, personOf }: Parts): Router {
  const api = express.Router()
  const proposing = openProposing(texts)
  const state = (): Competition => stages.current().journal.state()

  api.use(['/notice', '/set-up/notice'], (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    if (personOf(request)) next()
    else signedOut(response)
  })

  api.get('/notice', (request, response) => {
    const asked = request.query['rubric']
    response.json(noticePage(state(), typeof asked === 'string' ? asked : null))
  })

  api.get('/notice/documents/:document/text', async (request, response) => {
    const document = documentOf(request)
    if (!document) return nothingHere(response)
    response.type('application/json').send(Buffer.from(await texts.json(document)))
  })

  api.get('/notice/documents/:document/file', async (request, response: Response) => {
    const document = documentOf(request)
    if (!document) return nothingHere(response)
    const place = await files.locate(document.file)
    if (!place) throw missing(document.file)
    sendDocument(response, document, place)
  })

  api.post('/set-up/notice', async (request, response) => {
    const person = personOf(request)
    if (!fromOwnPage(request)) return foreignPage(response)
    if (person?.role !== 'staff') return nothingHere(response)
    await importing(request, response, null)
  })

  api.get('/set-up/notice/proposed', async (request, response) => {
    if (personOf(request)?.role !== 'staff') return nothingHere(response)
    const now = state()
    response.json(await proposing(now.setUp.notice.documents, newestRubric(now, stages.current().rubric)))
  })
  return api

  function documentOf(request: Request): ApplicationDocument | undefined {
    return state().setUp.notice.documents.find(({ id }) => id === request.params['document'])
  }
}

/** The words for a version of the rubric by its name, for the newest where that is null or none that the competition had. */
function noticePage(state: Competition, asked: string | null): NoticePage {
  const versions = Object.keys(state.setUp.rubrics)
  const sha256 = versions.find((version) => rubricName(version) === asked) ?? state.rubric.sha256
  const words = noticeWordsFor(state, sha256)
  return {
    edition: words && canonicalHash(words).slice(0, 12),
    rubric: rubricName(sha256),
    documents: state.setUp.notice.documents.map(({ id, title, type, text }) => ({ id, title, type, text })),
    words,
    confirmed: Object.hasOwn(state.setUp.notice.words, sha256),
  }
}
