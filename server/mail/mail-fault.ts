/** Why a mail was not taken: whether trying again can help, and what staff are told. */
export interface MailFault {
  readonly lasting: boolean
  readonly sentence: string
}

/**
 * What an error of the mail server means. Its own words are not repeated: they hold addresses, and what is told here stands in the log
 * for good. A code from 500 on is for good, one from 400 on may pass (RFC 5321, 4.2.1).
 */
export function mailFault(error: unknown): MailFault {
  const { code, responseCode, command } = asSmtpError(error)
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2')
    return {
      lasting: true,
      sentence: 'The mail server does not let Panelroom sign in. Tell whoever runs the server.',
    }
  if (code === 'ETLS' || code === 'EREQUIRETLS')
    return { lasting: false, sentence: 'The mail server offers no safe line. Tell whoever runs the server.' }
  if (responseCode === undefined)
    return { lasting: false, sentence: 'The mail server could not be reached. Tell whoever runs the server.' }
  const lasting = responseCode >= 500
  if (command === 'RCPT TO')
    return {
      lasting,
      sentence: lasting
        ? `The mail server refused the address (${responseCode}). Look whether it is right.`
        : `The mail server did not take mail for the address for too long (${responseCode}).`,
    }
  return {
    lasting,
    sentence: `The mail server did not take the mail (${responseCode}). Tell whoever runs the server.`,
  }
}

interface SmtpError {
  readonly code?: unknown
  readonly responseCode?: number
  readonly command?: unknown
}

function asSmtpError(error: unknown): SmtpError {
  if (!(error instanceof Error)) return {}
  const code = 'code' in error ? error.code : undefined
  const command = 'command' in error ? error.command : undefined
  const responseCode = 'responseCode' in error ? error.responseCode : undefined
  return { code, command, ...(typeof responseCode === 'number' ? { responseCode } : {}) }
}
