export type LogRefusal =
  | 'in-use'
  | 'damaged'
  | 'not-writable'
  | 'newer-format'
  /** Nobody answers there, or not as a Redis does. */
  | 'unreachable'
  /** Too old, or one that takes no writes. */
  | 'unsuitable'
  /** It may lose what it acknowledges. */
  | 'unsafe'
  /** It has lost what it had acknowledged. */
  | 'behind'

/** A log that was not opened. `sentence` tells the person who starts the server what is wrong and what to do. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused'
  readonly code: LogRefusal
  readonly sentence: string

  constructor(code: LogRefusal, sentence: string) {
    super(sentence)
    this.code = code
    this.sentence = sentence
  }
}

/** A stream that is not whole: an entry is missing, or it ends before a version that was seen. Stop rather than guess. */
export class LogCorrupt extends Error {
  override readonly name = 'LogCorrupt'
  readonly sentence: string

  constructor(sentence: string) {
    super(sentence)
    this.sentence = sentence
  }
}

/** The log cannot answer: it is closed, its worker stopped, the disk refused, or nobody answers at the other end. Says nothing about what is stored. */
export class LogFailed extends Error {
  override readonly name = 'LogFailed'
  readonly sentence: string

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.sentence = sentence
  }
}
