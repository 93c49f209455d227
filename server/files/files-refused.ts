/** A file that is missing, damaged or cannot be written. `sentence` says what to do about it, to whoever runs the server. */
export class FilesRefused extends Error {
  override readonly name = 'FilesRefused'
  readonly sentence: string

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.sentence = sentence
  }
}

/** The folder of files takes nothing. */
export function cannotWrite(folder: string, error: unknown): FilesRefused {
  return new FilesRefused(
    `The folder of files ${folder} cannot be written (${reason(error)}). ` +
      'Make it a folder with free space that the user who runs Panelroom may write to, or name another with --files.',
    { cause: error },
  )
}

/** Why something failed, in the system's own words. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
