import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSite } from './site.ts'
import './ask-for-link.css'

type Answer = { readonly is: 'asked' | 'fault'; readonly sentence: string }

/** How one comes in without a link: by asking for one with one's e-mail address, or, where no mail is set up, by asking staff. */
export function AskForLink() {
  const site = useSite()
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  if (site?.is !== 'competition') return null
  if (!site.mails) return <p>Ask the staff of the competition for a new link.</p>
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setAnswer(await askForLink(email))
    setBusy(false)
  }
  const fault = answer?.is === 'fault' ? answer.sentence : undefined
  return (
    <form className="ask-for-link" noValidate onSubmit={(event) => void send(event)}>
      <TextField
        label="Your e-mail address"
        type="email"
        inputMode="email"
        autoComplete="email"
        hint="A link that signs you in is sent to it."
        value={email}
        invalid={fault}
        onChange={(event) => {
          setEmail(event.target.value)
          setAnswer(null)
        }}
      />
      <Button kind="primary" type="submit" pending={busy}>
        Send me a link
      </Button>
      <p role="status">{answer?.is === 'asked' ? answer.sentence : ''}</p>
    </form>
  )
}

async function askForLink(email: string): Promise<Answer> {
  if (email.trim() === '') return { is: 'fault', sentence: 'Type your e-mail address.' }
  try {
    const response = await fetch('/api/sign-in/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    })
    const { sentence } = (await response.json()) as { readonly sentence: string }
    return { is: response.ok ? 'asked' : 'fault', sentence }
  } catch {
    return { is: 'fault', sentence: 'There is no line to the server. Nothing was sent; try again.' }
  }
}
