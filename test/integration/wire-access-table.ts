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
  open room        recused unsure                     4404   4404   4404   4404   4404   4404   4404   4404
  open room        nobody                             4401   4401   4401   4401   4401   4401   4401   4401

  write form 1     r1                                 4404   saved  4423   4423   4423   4423   4423   4423
  write form 1     r2 recused unsure monitor staff    4404   4404   4404   4404   4404   4404   4404   4404
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
export const commands = readTable(`
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
  text.keep        r1 r2                              turn   may    may    may    may    may    may    may
  text.keep        unsure                             turn   turn   turn   turn   turn   turn   turn   turn
  text.keep        recused                            turn   may    may    may    may    may    may    may
  text.keep        monitor staff                      yours  yours  yours  yours  yours  yours  yours  yours
  text.settle      r1 r2 unsure                       turn   turn   turn   turn   turn   turn   turn   turn
  text.settle      recused                            turn   none   none   none   none   none   none   none
  text.settle      monitor staff                      yours  yours  yours  yours  yours  yours  yours  yours

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
`)

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
  digest           nobody                             401    401    401    401    401    401    401    401
  involved         nobody                             401    401    401    401    401    401    401    401
  export           nobody                             401    401    401    401    401    401    401    401
`)

/**
 * What a person's view of the review holds: c the question about conflicts, y how many are ready, m the own seat, r the room,
 * p the panel, g who is how far, v the vote, b what still keeps it from going on, R revealed, C closed, L locked, T the total.
 * A dash: no such review.
 */
export const views = readTable(`
  what             who                                asked  score  ready  reveal vote   signed closed locked
  view             r1 r2                              c      cym    cym    cymrpvR cymrpvR cymrpvR cymrpvRC cymrpvRCL
  view             recused                            c      -      -      -      -      -      -      -
  view             unsure                             c      c      c      c      c      c      c      c
  view             monitor                            c      cygb   cygb   cyrpgvbR cyrpgvbR cyrpgvbR cyrpgvbRC cyrpgvbRCL
  view             staff                              ygb    ygb    ygb    ygbR   ygbR   ygbR   ygbRC  yrpgvbRCLT
`)
