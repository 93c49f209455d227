import type { View } from '../../shared/competition/view.ts'
import { certifyPath } from '../pages.ts'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'

/** For a reviewer without applications: what comes. */
export function WhatNext({ view }: { readonly view: View }) {
  const { certify } = view
  return (
    <Empty title="No applications yet." sentence={sentenceFor(certify)}>
      {certify && certify.open === 0 && <Link href={certifyPath}>What you answered about conflicts</Link>}
    </Empty>
  )
}

function sentenceFor(certify: View['certify']): string {
  if (!certify) return 'When staff assign you to a panel, its applications stand here.'
  if (certify.open > 0)
    return 'First say where you have a conflict of interest. Then staff draw the panels, and what yours reads stands here.'
  const waits = certify.unsure > 0 ? 'Staff decide on what you were not sure of. ' : ''
  return `${waits}You have answered for all applications. Next staff draw the panels, and what yours reads stands here.`
}
