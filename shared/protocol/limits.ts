/** Every limit that a person or a page can meet, with its reason. Sizes in bytes, times in milliseconds. */
export const limits = {
  /** One frame: a column whose 104 texts were all filled offline with three-byte characters comes as one of 1,578,754 bytes. */
  frameBytes: 1792 * 1024,
  /** One form, all its history included: nearly twice what every field filled with three-byte characters takes. */
  formBytes: 2 * 1024 * 1024,
  /** One text field, in UTF-16 units, as the browser counts them. */
  textLength: 8_000,
  /** The line under a changed score. */
  lineLength: 500,
  /** A reason given with a command. */
  reasonLength: 2_000,
  /** Sockets of one person on one document: two tabs on four devices. */
  socketsPerDocument: 8,
  /** Frames a second from one socket: fast typing is 15, sent in groups of 150 ms. */
  framesPerSecond: 40,
  /** Frames at once: a reconnect that sends what waited. */
  frameBurst: 200,
  /** Commands a second from one person. */
  commandsPerSecond: 10,
  /** One command: ids, one reason and a hash. Binary never travels there. */
  commandBytes: 64 * 1024,
  /** People or applications in one set-up command: ten times a competition of 41. */
  setUpItems: 400,
  /** Answers about conflicts recorded at once: each of 70 people on each of 41 applications is 2,870. */
  recordedConflicts: 10_000,
  /** One set-up command over HTTP: the largest is what all people answered about all applications. */
  setUpBytes: 4 * 1024 * 1024,
  /** A socket that has not shown its session by then is closed. */
  handshakeMs: 5_000,
  /** The numbered message goes out this often on a quiet line; the client gives up after 30 s without any. */
  savedEveryMs: 15_000,
  /** A score is witnessed in the journal when it has stood this long. */
  witnessAfterMs: 3_000,
  /** Typing is sent in groups this long. */
  typingPauseMs: 150,
  /** A document nobody reads is put away. */
  unloadAfterMs: 60_000,
  /** What waits for a slow reader before its socket is left out. */
  slowReaderBytes: 1024 * 1024,
  /** A reader left out for this long is closed. */
  slowReaderMs: 30_000,
  /** A sign-in link. */
  linkMs: 10 * 60_000,
  /** The link of an invitation: two weeks of somebody's absence. */
  invitationMs: 14 * 24 * 60 * 60_000,
  /** Sign-in links that one person is mailed in ten minutes: the first, one that got lost, one more. */
  askedLinks: 3,
  askedLinksMs: 10 * 60_000,
  /** A session. */
  sessionMs: 14 * 24 * 60 * 60_000,
  /** Open lines ask this often whether their session still stands. */
  sessionCheckMs: 60 * 60_000,
  /** Files of one application: the longest of 2010 came in a narrative, a budget and some thirty appendices. */
  documents: 60,
  /** One file of an application. */
  documentBytes: 100 * 1024 * 1024,
  /** From the first byte of a request to its last: the longest file over a line of 0.5 Mbit/s. */
  requestMs: 30 * 60_000,
  /** A page that sends a file and falls silent for this long has gone. */
  uploadQuietMs: 60_000,
  /** Pages that a form cites for one criterion. */
  citedPages: 200,
  /** Highlights of one person in one application: ten on each of 200 pages. */
  highlights: 2_000,
  /** A highlight's note. */
  noteLength: 2_000,
  /** What is kept of a highlight's own words, to find its place again. */
  quoteLength: 400,
  /** Rows and priorities on an agenda: the rubric of 2010 has 41 and 6. */
  agendaItems: 200,
  /** Minutes of one item, also when some are added. */
  itemMinutes: 120,
  /** Where a panel talks: a number to dial, a link. */
  whereLength: 300,
  /** Messages of one panel on one application: one every ten seconds for 90 minutes is 540. */
  messages: 2_000,
  /** Questions to staff that one reviewer may have open on one application. */
  openQuestions: 20,
  /** Commands that keep texts, from one person in ten minutes: each stays in the journal for good. */
  keepingCommands: 60,
  keepingCommandsMs: 10 * 60_000,
  /** What one person decides while a panel talks, in ten minutes: each is an entry of the journal. */
  talkingCommands: 600,
  /** Live lines of one person: as many tabs as documents allow for, on a few reviews at once. */
  linesPerPerson: 16,
  /** A socket that does not answer its close, when the server ends, is cut after this. */
  closeMs: 1_000,
  /** Looks a second from one line, and at once: a caret that moves with every key of fast typing. */
  looksPerSecond: 20,
  lookBurst: 40,
  /** Where people look is told on this often at most, by pages and by the server. */
  lookEveryMs: 50,
  /** A page says again where it looks this often, since what was said may have got lost. */
  lookAgainMs: 3_000,
  /** How far everybody is, is told on this often at most: 58 people who score change it many times a second. */
  progressEveryMs: 250,
  /** A node tells the others this often who has a line to it. */
  presenceMs: 1_000,
  /** A node that was not heard of for this long has nobody on it. */
  presenceForgetMs: 3_500,
  /** What follows from a decision and could not be written is tried again this often. */
  retryMs: 2_000,
} as const

/** The version both sides must speak. 1: the first. */
export const protocolVersion = 1

/** y-websocket message types: 0 sync, 1 awareness (dropped), 2 refusal; ours from 100. */
export const messageTypes = { sync: 0, awareness: 1, refused: 2, queryAwareness: 3, saved: 102 } as const
