import { stepsOfWalk, type StepOfWalk } from './walked-review.ts'

/** One row of a table: what these people come to at each step. */
export interface Row {
  readonly what: string
  readonly who: readonly string[]
  readonly at: (step: StepOfWalk) => string
}

/** Reads a table: two blanks or more between what, who and the cells; its first line names the steps. */
function readTable(table: string): readonly Row[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '')
  const rows = lines.map((line) => /^ *(.*?) {2,}(.*?) {2,}(.*)$/.exec(line)?.slice(1) ?? [])
  const [head = [], ...body] = rows.map(([what = '', who = '', cells = '']) => [
    what,
    who,
    ...cells.split(/ +/),
  ])
  if (head.slice(2).join() !== stepsOfWalk.join()) throw new Error('The first line does not name the steps.')
  return body.map(([what = '', who = '', ...cells]) => {
    if (cells.length !== stepsOfWalk.length) throw new Error(`${what} of ${who} has ${cells.length} cells.`)
    return { what, who: who.split(' '), at: (step) => cells[stepsOfWalk.indexOf(step)] ?? '' }
  })
}

/**
 * Documents. A number is the code with which the socket is closed: 4401 signed out, 4403 somebody else's, 4404 nothing here,
 * 4423 read only. Reviewer 1 has form and column 1, Reviewer 2 form and column 2; STEM 1 is the determination in column 1.
 */
export const documents = readTable(`
  what             who                                asked  score  ready  reveal vote   signed closed locked
  open form 1      r1                                 4404   open   open   open   open   open   open   open
  open form 1      r2 recused unsure monitor staff    4404   4404   4404   4404   4404   4404   4404   4404
  open form 1      nobody                             4401   4401   4401   4401   4401   4401   4401   4401
  open form 2      r2                                 4404   open   open   open   open   open   open   open
  open form 2      r1 recused unsure monitor staff    4404   4404   4404   4404   4404   4404   4404   4404
  open notes 1     r1                                 4404   open   open   open   open   open   open   open
  open notes 1     r2 recused unsure monitor staff    4404   4404   4404   4404   4404   4404   4404   4404
  open notes 1     nobody                             4401   4401   4401   4401   4401   4401   4401   4401
  open room        r1 r2 monitor                      4404   4404   4404   open   open   open   open   open
  open room        staff                              4404   4404   4404   4404   4404   4404   4404   open
  open room        recused unsure official standby    4404   4404   4404   4404   4404   4404   4404   4404
  open room        nobody                             4401   4401   4401   4401   4401   4401   4401   4401

  write form 1     r1                                 4404   saved  4423   4423   4423   4423   4423   4423
  write form 1     r2 recused unsure monitor staff    4404   4404   4404   4404   4404   4404   4404   4404
  open form 1      official standby                   4404   4404   4404   4404   4404   4404   4404   4404
  write column 1   official standby                   4404   4404   4404   4404   4404   4404   4404   4404
  write summary    official standby                   4404   4404   4404   4404   4404   4404   4404   4404
  write form 1     nobody                             4401   4401   4401   4401   4401   4401   4401   4401
  write form 2     r2                                 4404   saved  saved  4423   4423   4423   4423   4423
  write form 2     r1 recused unsure monitor staff    4404   4404   4404   4404   4404   4404   4404   4404
  write notes 1    r1                                 4404   saved  saved  saved  saved  saved  saved  saved
  write notes 1    r2 recused unsure monitor staff    4404   4404   4404   4404   4404   4404   4404   4404
  write column 1   r1                                 4404   4404   4404   saved  saved  4423   4423   4423
  write column 1   r2 monitor                         4404   4404   4404   4403   4403   4403   4403   4403
  write column 1   staff                              4404   4404   4404   4404   4404   4404   4404   4403
  write column 1   recused unsure                     4404   4404   4404   4404   4404   4404   4404   4404
  write column 2   r2                                 4404   4404   4404   saved  saved  saved  4423   4423
  write column 2   r1 monitor                         4404   4404   4404   4403   4403   4403   4403   4403
  write STEM 1     r1                                 4404   4404   4404   4423   4423   4423   4423   4423
  write STEM 1     r2 monitor                         4404   4404   4404   4403   4403   4403   4403   4403
  write STEM 1     staff                              4404   4404   4404   4404   4404   4404   4404   4403
  write STEM 1     recused unsure                     4404   4404   4404   4404   4404   4404   4404   4404
  write STEM 1     nobody                             4401   4401   4401   4401   4401   4401   4401   4401
  write summary    r1 r2 monitor                      4404   4404   4404   saved  saved  saved  4423   4423
  write summary    staff                              4404   4404   4404   4404   4404   4404   4404   4423
  write summary    recused unsure                     4404   4404   4404   4404   4404   4404   4404   4404
  write summary    nobody                             4401   4401   4401   4401   4401   4401   4401   4401
`)

/**
 * Commands, by the code of the refusal: none = not-found, yours = not-yours, turn = out-of-turn, lacks = incomplete, screen =
 * screen-differs. Where it says may, the command is the person's to give at that step; the walk and the tests of decide give it.
 */
const panelAndStaff = readTable(`
  what             who                                asked  score  ready  reveal vote   signed closed locked
  conflict.answer  r1 r2 monitor                      may    turn   turn   turn   turn   turn   turn   turn
  conflict.answer  recused                            may    none   none   none   none   none   none   none
  conflict.answer  unsure                             may    turn   turn   turn   turn   turn   turn   turn
  conflict.answer  staff                              yours  yours  yours  yours  yours  yours  yours  turn
  conflict.decide  r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  conflict.decide  recused                            yours  none   none   none   none   none   none   none
  conflict.decide  staff                              turn   may    may    may    may    may    may    turn
  seat.excuse      r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  seat.excuse      recused                            yours  none   none   none   none   none   none   none
  seat.excuse      staff                              may    may    may    turn   turn   turn   turn   turn

  form.attest      r1                                 turn   lacks  turn   turn   turn   turn   turn   turn
  form.attest      r2                                 turn   lacks  lacks  turn   turn   turn   turn   turn
  form.attest      unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  form.attest      recused                            turn   none   none   none   none   none   none   none
  form.attest      monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  form.takeBack    r1                                 turn   turn   may    turn   turn   turn   turn   turn
  form.takeBack    r2 unsure                          turn   turn   turn   turn   turn   turn   turn   turn
  form.takeBack    recused                            turn   none   none   none   none   none   none   none
  form.takeBack    monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  review.reveal    monitor                            turn   turn   turn   turn   turn   turn   turn   turn
  review.reveal    r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  review.reveal    recused                            yours  none   none   none   none   none   none   none

  vote.open        monitor                            turn   turn   turn   may    turn   turn   turn   turn
  vote.open        r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  vote.open        recused                            yours  none   none   none   none   none   none   none
  ballot.cast      r1 r2                              turn   turn   turn   turn   may    turn   turn   turn
  ballot.cast      unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  ballot.cast      recused                            turn   none   none   none   none   none   none   none
  ballot.cast      monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  vote.close       monitor                            turn   turn   turn   turn   may    turn   turn   turn
  vote.close       r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  vote.close       recused                            yours  none   none   none   none   none   none   none

  column.sign      r1                                 turn   turn   turn   turn   turn   turn   turn   turn
  column.sign      r2                                 turn   turn   turn   turn   turn   screen turn   turn
  column.sign      unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  column.sign      recused                            turn   none   none   none   none   none   none   none
  column.sign      monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  column.takeBack  r1                                 turn   turn   turn   turn   turn   may    turn   turn
  column.takeBack  r2 unsure                          turn   turn   turn   turn   turn   turn   turn   turn
  column.takeBack  recused                            turn   none   none   none   none   none   none   none
  column.takeBack  monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  review.close     monitor                            turn   turn   turn   turn   turn   turn   turn   turn
  review.close     r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  review.close     recused                            yours  none   none   none   none   none   none   none
  review.lock      staff                              turn   turn   turn   turn   turn   turn   may    turn
  review.lock      r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  review.lock      recused                            yours  none   none   none   none   none   none   none
  lock.ask         staff                              turn   turn   turn   turn   turn   turn   turn   turn
  lock.ask         r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  lock.ask         recused                            yours  none   none   none   none   none   none   none
  text.keep        r1 r2                              turn   may    may    may    may    may    may    may
  text.keep        unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  text.keep        recused                            turn   may    may    may    may    may    may    may
  text.keep        monitor                            turn   malformed malformed malformed malformed malformed malformed malformed
  text.keep        staff                              yours  yours  yours  yours  yours  yours  yours  yours
  text.settle      r1 r2 unsure                       turn   turn   turn   turn   turn   turn   turn   turn
  text.settle      recused                            turn   none   none   none   none   none   none   none
  text.settle      monitor                            turn   turn   turn   turn   turn   turn   turn   turn
  text.settle      staff                              yours  yours  yours  yours  yours  yours  yours  yours

  document.add     r1 r2 recused unsure monitor staff  malformed malformed malformed malformed malformed malformed malformed malformed
  documents.arrange  staff                            may    may    may    may    may    may    may    turn
  documents.arrange  r1 r2 unsure monitor             yours  yours  yours  yours  yours  yours  yours  turn
  documents.arrange  recused                          yours  none   none   none   none   none   none   none
  places.confirm   staff                              may    may    may    may    may    may    may    turn
  places.confirm   r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  places.confirm   recused                            yours  none   none   none   none   none   none   none
  question.ask     r1 r2                              turn   may    may    may    may    may    may    turn
  question.ask     unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  question.ask     recused                            turn   none   none   none   none   none   none   none
  question.ask     monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  question.answer  staff                              turn   turn   turn   turn   turn   turn   turn   turn
  question.answer  r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  yours
  question.answer  recused                            yours  none   none   none   none   none   none   none

  agenda.order     monitor                            turn   turn   turn   may    may    may    turn   turn
  agenda.arrange   monitor                            turn   turn   turn   may    may    may    turn   turn
  focus.set        monitor                            turn   turn   turn   may    may    may    turn   turn
  timer.set        monitor                            turn   turn   turn   turn   turn   turn   turn   turn
  row.mark         monitor                            turn   turn   turn   may    may    may    turn   turn
  recess.set       monitor                            turn   turn   turn   may    may    may    turn   turn
  hand.lower       monitor                            turn   turn   turn   turn   turn   turn   turn   turn
  panel.arrange    monitor                            turn   may    may    may    may    may    may    turn
  where.set        monitor                            turn   may    may    may    may    may    turn   turn
  staff.call       monitor                            turn   may    may    may    may    may    may    turn
  form.open        monitor                            turn   turn   may    turn   turn   turn   turn   turn
  form.return      monitor                            turn   turn   may    turn   turn   turn   turn   turn
  seat.nudge       monitor                            turn   may    turn   may    may    turn   turn   turn
  call.end         staff                              turn   turn   turn   turn   turn   turn   turn   turn
  seat.extend      staff                              may    may    may    may    may    may    turn   turn
  seat.replace     staff                              turn   turn   turn   turn   turn   turn   turn   turn
  panel.goOn       staff                              turn   turn   turn   turn   turn   turn   turn   turn
  vote.reopen      staff                              turn   turn   turn   turn   turn   may    may    turn
  tier.open        staff                              turn   turn   turn   turn   turn   turn   turn   turn
  hand.set         r1 r2                              turn   turn   turn   may    may    may    turn   turn
  stand.set        r1 r2                              turn   turn   turn   may    may    may    turn   turn
  summary.agree    r1 r2                              turn   turn   turn   lacks  lacks  lacks  turn   turn
  summary.withdraw  r1 r2                             turn   turn   turn   turn   turn   turn   turn   turn
  absolute.answer  r1 r2                              turn   turn   turn   turn   turn   turn   may    turn
  thread.write     r1 r2 monitor                      turn   turn   turn   may    may    may    turn   turn
  thread.edit      r1 r2 monitor                      turn   turn   turn   turn   turn   turn   turn   turn
  absolute.decide  r1 r2 unsure monitor staff         yours  yours  yours  yours  yours  yours  yours  yours
  tier.open        r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  yours
  agenda.order     r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  agenda.arrange   r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  focus.set        r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  timer.set        r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  row.mark         r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  recess.set       r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  hand.lower       r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  panel.arrange    r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  where.set        r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  staff.call       r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  form.open        r1 r2 unsure staff                 yours  yours  yours  yours  yours  yours  yours  turn
  form.return      staff                              turn   turn   may    turn   turn   turn   turn   turn
  form.return      r1 r2 unsure                       yours  yours  yours  yours  yours  yours  yours  turn
  seat.nudge       staff                              may    may    turn   may    may    turn   turn   turn
  seat.nudge       r1 r2 unsure                       yours  yours  yours  yours  yours  yours  yours  turn
  call.end         r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  seat.extend      r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  seat.replace     r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  panel.goOn       r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  vote.reopen      r1 r2 unsure monitor               yours  yours  yours  yours  yours  yours  yours  turn
  hand.set         monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  hand.set         unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  stand.set        monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  stand.set        unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  summary.agree    monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  summary.agree    unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  summary.withdraw  monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  summary.withdraw  unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  absolute.answer  monitor staff                      yours  yours  yours  yours  yours  yours  yours  turn
  absolute.answer  unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  thread.write     staff                              yours  yours  yours  yours  yours  yours  yours  turn
  thread.write     unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  thread.edit      staff                              yours  yours  yours  yours  yours  yours  yours  turn
  thread.edit      unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  agenda.order     recused                            yours  none   none   none   none   none   none   none
  agenda.arrange   recused                            yours  none   none   none   none   none   none   none
  focus.set        recused                            yours  none   none   none   none   none   none   none
  timer.set        recused                            yours  none   none   none   none   none   none   none
  row.mark         recused                            yours  none   none   none   none   none   none   none
  recess.set       recused                            yours  none   none   none   none   none   none   none
  hand.lower       recused                            yours  none   none   none   none   none   none   none
  panel.arrange    recused                            yours  none   none   none   none   none   none   none
  where.set        recused                            yours  none   none   none   none   none   none   none
  staff.call       recused                            yours  none   none   none   none   none   none   none
  form.open        recused                            yours  none   none   none   none   none   none   none
  form.return      recused                            yours  none   none   none   none   none   none   none
  seat.nudge       recused                            yours  none   none   none   none   none   none   none
  call.end         recused                            yours  none   none   none   none   none   none   none
  seat.extend      recused                            yours  none   none   none   none   none   none   none
  seat.replace     recused                            yours  none   none   none   none   none   none   none
  panel.goOn       recused                            yours  none   none   none   none   none   none   none
  vote.reopen      recused                            yours  none   none   none   none   none   none   none
  hand.set         recused                            turn   none   none   none   none   none   none   none
  stand.set        recused                            turn   none   none   none   none   none   none   none
  summary.agree    recused                            turn   none   none   none   none   none   none   none
  summary.withdraw  recused                            turn   none   none   none   none   none   none   none
  absolute.answer  recused                            turn   none   none   none   none   none   none   none
  thread.write     recused                            turn   none   none   none   none   none   none   none
  thread.edit      recused                            turn   none   none   none   none   none   none   none
  absolute.decide  recused                            yours  none   none   none   none   none   none   none
  tier.open        recused                            yours  none   none   none   none   none   none   none
`)

/** Who is on no panel. To the selecting official a review exists from its close on; to who stands by it never does. */
const outside = readTable(`
  what             who                                asked  score  ready  reveal vote   signed closed locked
  absolute.decide  official                           none   none   none   none   none   none   turn   may
  text.keep        official                           none   none   none   none   none   none   yours  yours
  text.settle      official                           none   none   none   none   none   none   yours  yours
  question.answer  official                           none   none   none   none   none   none   yours  yours
  tier.open        official                           none   none   none   none   none   none   yours  yours
  document.add     official standby                   malformed malformed malformed malformed malformed malformed malformed malformed
  every other      official                           none   none   none   none   none   none   yours  turn
  every other      standby                            none   none   none   none   none   none   none   none
`)

export const commands: readonly Row[] = [...panelAndStaff, ...outside].flatMap((row) =>
  row.what === 'every other' ? othersLike(row) : [row],
)

function othersLike({ who, at }: Row): readonly Row[] {
  const named = outside.filter((row) => row.who.some((each) => who.includes(each))).map(({ what }) => what)
  const kinds = new Set(panelAndStaff.map(({ what }) => what))
  return [...kinds].filter((what) => !named.includes(what)).map((what) => ({ what, who, at }))
}

/** What is asked for over HTTP, by the status of the answer. */
export const pages = readTable(`
  what             who                                asked  score  ready  reveal vote   signed closed locked
  digest           r1 r2 monitor                      404    200    200    200    200    200    200    200
  digest           recused unsure                     404    404    404    404    404    404    404    404
  digest           staff                              200    200    200    200    200    200    200    200
  involved         r1 r2 unsure monitor staff         200    200    200    200    200    200    200    200
  involved         recused                            200    404    404    404    404    404    404    404
  export           staff                              409    409    409    409    409    409    409    200
  export           r1 r2 recused unsure monitor       404    404    404    404    404    404    404    404
  digest           official                           404    404    404    404    404    404    200    200
  digest           standby                            404    404    404    404    404    404    404    404
  involved         official standby                   404    404    404    404    404    404    404    404
  export           official standby                   404    404    404    404    404    404    404    404
  threads          r1 r2 monitor                      404    404    404    200    200    200    200    200
  threads          recused unsure staff official standby  404  404  404  404    404    404    404    404
  threads          nobody                             401    401    401    401    401    401    401    401
  attested 1       monitor                            404    404    200    404    404    404    404    404
  attested 1       r1 r2 recused unsure staff official standby  404  404  404  404  404  404  404  404
  attested 1       nobody                             401    401    401    401    401    401    401    401
  attested 2       r1 r2 recused unsure monitor staff official standby  404  404  404  404  404  404  404  404
  effects          staff                              409    409    409    409    409    409    409    409
  effects          r1 r2 recused unsure monitor official standby  404  404  404  404  404  404  404  404
  effects          nobody                             401    401    401    401    401    401    401    401
  digest           nobody                             401    401    401    401    401    401    401    401
  involved         nobody                             401    401    401    401    401    401    401    401
  export           nobody                             401    401    401    401    401    401    401    401
`)

/**
 * What a person's view of the review holds: c the question about conflicts, y how many are ready, m the own seat, r the room, d the
 * talk, s the summaries, p the panel, g who is how far, k what of the monitor's own is not counted, v the vote, a the absolute priorities, t its turn, i who could stand in, b what
 * still keeps it from going on, R revealed, C closed, L locked, T the total. A dash: no such review.
 */
export const views = readTable(`
  what             who                                asked  score  ready  reveal vote   signed closed locked
  view             r1 r2                              c      cymt   cymt   cymrdspvtR cymrdspvtR cymrdspvtR cymrdspvatRC cymrdspvatRCL
  view             recused                            c      -      -      -      -      -      -      -
  view             unsure                             c      c      c      c      c      c      c      c
  view             monitor                            c      cygktb cygktb cyrdspgkvtbR cyrdspgkvtbR cyrdspgkvtbR cyrdspgkvatbRC cyrdspgkvatbRCL
  view             staff                              ygib   ygib   ygib   ygibR  ygibR  ygibR  ygibRC yrspgvaibRCLT
  view             official                           -      -      -      -      -      -      aC     aC
  view             standby                            -      -      -      -      -      -      -      -
`)
