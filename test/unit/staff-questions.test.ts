import { expect, test } from 'vitest'
import { namedIn } from '../../client/staff/named-in.ts'
import { playTo, startPlay } from '../harness/pure-play.ts'

const view = playTo(startPlay(), 'score').view('staff')

test('STAFFDOC-2 an answer that names an application or a seat is told so before it is sent', () => {
  expect(namedIn('In State of Alpha, does a draft count?', view)).toEqual(['State of Alpha'])
  expect(namedIn('as reviewer 2 and the panel monitor said', view)).toEqual(['Reviewer 2', 'Panel monitor'])
  expect(namedIn('Reviewer 21 of the States of Alphabet', view)).toEqual([])
  expect(namedIn('Does a draft count?', view)).toEqual([])
})
