import { type ReactNode, useState } from 'react'
import type { QuestionView } from '../../shared/competition/question-view.ts'
import type { View } from '../../shared/competition/view.ts'
import { HomeFrame } from '../review-frame.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import type { Audience } from '../ui/frame.tsx'
import { Link } from '../ui/link.tsx'
import { Leaving } from './leaving.tsx'
import { Question } from './question.tsx'
import './questions-page.css'

/** What reviewers asked about rows, those without an answer first. */
export function QuestionsPage({ view }: { view: View }) {
  const [begun, setBegun] = useState<ReadonlySet<number>>(new Set())
  const questions = view.questions ?? []
  const open = questions.filter(({ answer }) => answer === null)
  const answered = questions
    .filter(({ answer }) => answer !== null)
    .toSorted((left, right) => (right.answer?.at ?? 0) - (left.answer?.at ?? 0))

  const begin = (id: number, now: boolean): void =>
    setBegun((before) => {
      const ids = new Set(before)
      if (now) ids.add(id)
      else ids.delete(id)
      return ids
    })
  const each = (question: QuestionView): ReactNode => (
    <Question key={question.id} view={view} question={question} onBegun={(now) => begin(question.id, now)} />
  )
  return (
    <HomeFrame view={view} title="Questions" who={unseen}>
      <Columns layout="single">
        <Column kind="do" label="Questions">
          <p className="questions-back">
            <Link look="quiet" href="/">
              All applications
            </Link>
          </p>
          <h1 className="t-title">Questions of reviewers</h1>
          {questions.length === 0 ? (
            <Empty
              title="No questions yet."
              sentence="When a reviewer asks about a row, it comes here. Your answer goes to every panel and names nobody."
            />
          ) : (
            <div className="questions">
              {
                // One list, so that a question which moves keeps what is being written to it.
                [
                  <Heading key="unanswered">{`Unanswered: ${open.length}`}</Heading>,
                  open.length === 0 && (
                    <p key="none" className="questions-none">
                      Every question has an answer.
                    </p>
                  ),
                  ...open.map(each),
                  answered.length > 0 && <Heading key="answered">{`Answered: ${answered.length}`}</Heading>,
                  ...answered.map(each),
                ]
              }
            </div>
          )}
        </Column>
      </Columns>
      <Leaving asks={begun.size > 0} title="Leave without sending?" stay="Stay here" leave="Leave it unsent">
        An answer that you began is not sent. It is lost when you leave this page.
      </Leaving>
    </HomeFrame>
  )
}

const unseen: Audience = {
  icon: 'lock',
  sentence: 'Nothing typed here is seen by anybody before you send it. Then every panel reads it.',
  short: 'Unseen until you send it',
}

function Heading({ children }: { children: string }) {
  return <h2 className="questions-heading">{children}</h2>
}
