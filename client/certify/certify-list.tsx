import { useState } from 'react'
import type { AskedApplication, CertifyPage } from '../../shared/competition/certify-page.ts'
import type { Role } from '../../shared/competition/setup.ts'
import { involvedKinds } from '../../shared/competition/involved.ts'
import { counted } from '../room/number-words.ts'
import { Leaving } from '../staff/leaving.tsx'
import { Column } from '../ui/columns.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AskedItem } from './asked-item.tsx'
import { CertifyBack } from './certify-back.tsx'
import { CertifyFoot } from './certify-foot.tsx'
import { type Marks, useMarks } from './marks.ts'
import { WhatIsCertified } from './what-is-certified.tsx'

interface CertifyListProps {
  readonly role: Role
  readonly page: CertifyPage
}

type Shown = 'all' | 'open' | 'marked'

/** The applicants with who has a part in them, one's answer to each, and one submit for all. */
export function CertifyList({ role, page }: CertifyListProps) {
  const marks = useMarks()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [lacking, setLacking] = useState<readonly string[]>([])
  const listed = page.applications.filter(
    (application) => isShown(application, shown, marks) && isFound(application, typed),
  )
  const open = page.applications.filter(({ status }) => status === 'open').length
  const foot = (
    <CertifyFoot
      page={page}
      marks={marks}
      onLacking={(ids) => {
        setTyped('')
        setShown('all')
        setLacking(ids)
      }}
    />
  )
  return (
    <Column kind="do" label="Conflicts of interest" foot={open > 0 || marks.count > 0 ? foot : undefined}>
      <div className="certify">
        <CertifyBack role={role} />
        <header className="certify-head">
          <h1 className="t-title">
            {open === 0 ? 'You have answered for all' : `${counted(open, 'application')} to certify`}
          </h1>
          <WhatIsCertified words={page.words} role={role} />
          <Standing applications={page.applications} />
          {open === 0 && (role === 'reviewer' || role === 'monitor') && (
            <p className="second">
              You need do nothing more here. What your panel reads stands on your first page once staff have
              opened it.
            </p>
          )}
        </header>
        <div className="certify-tools">
          <TextField
            label="Find an applicant or a name"
            hiddenLabel
            icon="search"
            type="search"
            placeholder="Applicant, district, partner, name"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Segmented<Shown>
            label="Which applications"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: `All ${page.applications.length}` },
              { value: 'open', label: 'Not answered' },
              { value: 'marked', label: 'Recused or not sure' },
            ]}
          />
          <p className="third certify-found" role="status">
            {listed.length === page.applications.length
              ? ''
              : `${listed.length} of ${page.applications.length} shown`}
          </p>
        </div>
        {listed.length === 0 ? (
          <p className="certify-none">
            {typed.trim() === ''
              ? 'None of them.'
              : `Nobody of the name “${typed.trim()}” has a part in any of these.`}
          </p>
        ) : (
          <ul className="certify-list">
            {listed.map((application) => (
              <AskedItem
                key={application.id}
                application={application}
                mark={marks.of(application.id)}
                lacks={lacking.includes(application.id)}
                onMark={(mark) => {
                  marks.set(application.id, mark)
                  setLacking((before) => before.filter((id) => id !== application.id))
                }}
              />
            ))}
          </ul>
        )}
      </div>
      <Leaving
        asks={marks.count > 0}
        title="Leave without sending?"
        stay="Stay here"
        leave="Leave without sending"
      >
        What you marked is only on this page. Leave, and it is not answered.
      </Leaving>
    </Column>
  )
}

/** What was answered so far, in numbers. */
function Standing({ applications }: Pick<CertifyPage, 'applications'>) {
  const having = (...statuses: readonly AskedApplication['status'][]) =>
    applications.filter(({ status }) => statuses.includes(status)).length
  const parts = [
    [having('certified', 'cleared'), 'certified'],
    [having('recused'), 'recused'],
    [having('unsure'), having('unsure') === 1 ? 'waits for staff' : 'wait for staff'],
  ] as const
  const said = parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : []))
  if (said.length === 0) return null
  return <p className="certify-standing">So far: {said.join(', ')}.</p>
}

function isShown({ id, status }: AskedApplication, shown: Shown, marks: Marks): boolean {
  if (shown === 'all') return true
  const mark = marks.of(id)
  if (shown === 'open') return status === 'open'
  return status === 'recused' || status === 'unsure' || (mark !== null && mark.answer !== 'certified')
}

function isFound({ applicant, home, involved }: AskedApplication, typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase('en-US')
  const texts = [applicant, home ?? '', ...involvedKinds.map((kind) => involved[kind])]
  return texts.some((text) => text.toLocaleLowerCase('en-US').includes(wanted))
}
