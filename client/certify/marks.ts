import { useState } from 'react'
import type { AskedApplication, CertifyPage } from '../../shared/competition/certify-page.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'

type Declared = Extract<SetUpCommand, { kind: 'conflict.declare' }>['answers'][number]
export type Answer = Declared['answer']

/** What one is about to answer about an application, and what staff should know of it. */
export interface Mark {
  readonly answer: Answer
  readonly reason: string
}

export interface Marks {
  readonly of: (application: string) => Mark | null
  /** Null takes it away again. */
  readonly set: (application: string, mark: Mark | null) => void
  readonly count: number
  readonly clear: () => void
}

/** What is chosen on this page and not sent. */
export function useMarks(): Marks {
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  return {
    of: (application) => marks.get(application) ?? null,
    set: (application, mark) =>
      setMarks((before) => {
        const after = new Map(before)
        if (mark) after.set(application, mark)
        else after.delete(application)
        return after
      }),
    count: marks.size,
    clear: () => setMarks(new Map()),
  }
}

/** The answers that are open to somebody for an application, by what they answered before. */
export function answersTo({ status }: Pick<AskedApplication, 'status'>): readonly Answer[] {
  switch (status) {
    case 'open':
      return ['certified', 'recused', 'unsure']
    case 'certified':
    case 'cleared':
      return ['recused', 'unsure']
    case 'unsure':
      return ['recused']
    case 'recused':
      return []
  }
}

/**
 * What is sent: every mark that can still be given, and, where `rest` is ticked, "no conflict" for all that are open and not marked.
 * What was answered elsewhere meanwhile is left out.
 */
export function toDeclare({ applications }: CertifyPage, marks: Marks, rest: boolean): readonly Declared[] {
  return applications.flatMap((application): readonly Declared[] => {
    const { id, status } = application
    const mark = marks.of(id)
    if (mark && answersTo(application).includes(mark.answer))
      return [{ application: id, answer: mark.answer, reason: mark.reason.trim() }]
    return rest && !mark && status === 'open' ? [{ application: id, answer: 'certified', reason: '' }] : []
  })
}

/** Questions to staff that do not say what they are about. */
export function questionsWithout(answers: readonly Declared[]): readonly string[] {
  return answers.flatMap(({ application, answer, reason }) =>
    answer === 'unsure' && reason === '' ? [application] : [],
  )
}
