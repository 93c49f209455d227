import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import type { NoticeWords } from '../../../../shared/notice/words.ts'
import { mostNotices } from '../../../../shared/notice/notice-page.ts'
import { useRead, useRubric } from '../../../live/read.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { AddFiles } from '../../add-files.tsx'
import { Leaving } from '../../leaving.tsx'
import { isBusy, toNotice } from '../../sending.ts'
import { useSending } from '../../use-sending.ts'
import { isNotice } from './is-notice.ts'
import { NoticeDesk } from './notice-desk.tsx'
import './notice-part.css'

export interface NoticePartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** The notice: its documents, and which of its words stand beside each row. */
export function NoticePart({ setUp, item }: NoticePartProps) {
  const { files, sending } = useSending(toNotice)
  const { documents } = setUp.notice
  return (
    <div className="notice-part">
      <p className="notice-part-lead">
        Reviewers read each row in the notice’s own words, with its guidance, the evidence it asks for and its
        definitions. Until you confirm them here, rows show a summary and say so.
      </p>
      {documents.length > 0 && (
        <section aria-labelledby="notice-documents">
          <h2 className="t-heading" id="notice-documents">
            Attached
          </h2>
          <ul className="notice-part-documents">
            {documents.map(({ id, title, type }) => (
              <li key={id}>
                <a
                  className="notice-part-document"
                  href={`/api/notice/documents/${id}/file`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {title}
                </a>{' '}
                <span className="third">{typeWords[type]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <AddFiles files={files} sending={sending} to="the notice" most={mostNotices} />
      {documents.length > 0 && <Words setUp={setUp} item={item} />}
      <Leaving
        asks={isBusy(files)}
        title="Leave before it is on the server?"
        stay="Stay here"
        leave="Stop and leave"
        within={isNotice}
      >
        A file is still on its way to the server. It is not attached when you leave.
      </Leaving>
    </div>
  )
}

const typeWords = {
  pdf: 'PDF',
  docx: 'Word',
  rtf: 'RTF',
  text: 'text',
  markdown: 'Markdown',
  digest: 'digest',
} as const

function Words({ setUp, item }: Pick<NoticePartProps, 'setUp' | 'item'>) {
  const { name } = setUp.rubric
  const edition = [name, ...setUp.notice.documents.map(({ id, text }) => `${id} ${text}`)].join(' ')
  const rubric = useRubric(name)
  const proposed = useRead<NoticeWords>('/api/set-up/notice/proposed', 'What is proposed', edition)
  const failed = [rubric, proposed].find((one) => one.is === 'failed')
  if (failed)
    return (
      <Empty title={failed.sentence} sentence="The notice is attached; nothing of it is lost.">
        <Button onClick={failed.again}>Try again</Button>
      </Empty>
    )
  if (rubric.is !== 'read' || proposed.is !== 'read')
    return <p className="third">Looking in the notice for what it says of each row …</p>
  return <NoticeDesk setUp={setUp} rubric={rubric.value} proposed={proposed.value} asked={item} />
}
