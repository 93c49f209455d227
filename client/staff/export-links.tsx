import { useState } from 'react'
import { Refused } from '../room/refused.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import './export-links.css'

/** Everything locked so far in one file, the key that it is signed with, and how to check one with the other. */
export function ExportLinks() {
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function download(): Promise<void> {
    setPending(true)
    setRefused(await saveExport())
    setPending(false)
  }

  return (
    <div className="export-links">
      <div className="export-links-buttons">
        <Button icon="download" pending={pending} onClick={() => void download()}>
          Download the export
        </Button>
        <ButtonLink href="/api/key" download="key.pem">
          Public key
        </ButtonLink>
      </div>
      <Refused sentence={refused} />
      <p className="export-links-verify">
        To verify it, in a copy of Panelroom: <code>npm run verify -- export.json --key key.pem</code>
      </p>
    </div>
  )
}

/** Null once the file is on its way to the person's folder, else why it is not. */
async function saveExport(): Promise<string | null> {
  try {
    const response = await fetch('/api/export')
    if (!response.ok) return ((await response.json()) as { readonly sentence: string }).sentence
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = 'export.json'
    link.click()
    URL.revokeObjectURL(address)
    return null
  } catch {
    return 'There is no line to the server. Nothing was downloaded.'
  }
}
