import { describe, expect, test } from 'vitest'
import { owedBy } from '../../server/people/owes.ts'
import { beforeOpening, type Competition } from '../../shared/competition/state.ts'
import { attest, excuse, playTo, recuse, sign, startPlay, type Play } from '../harness/pure-play.ts'

const owed = (play: Play, person: string): readonly string[] => owedBy(play.state(), person)

describe('what a person has still to do', () => {
  test('PEOPLE-13 is to certify until they have answered about every application that they are asked about', () => {
    const play = startPlay()
    expect(owed(play, 'r1')).toEqual(['certify'])
    expect(owed(play, 'staff')).toEqual([])
    playTo(play, 'score')
    expect(owed(play, 'r1')).toEqual(['ready'])
    expect(owed(play, 'monitor')).toEqual([])
  })

  test('PEOPLE-13 is to answer about listed applications before anybody is assigned, whatever one’s role', () => {
    const involved = { districts: null, partners: null, consultants: null, signatories: null }
    const listed = (id: string) => ({
      id,
      applicant: id,
      panel: '',
      home: null,
      requested: null,
      received: null,
      involved,
    })
    const state: Competition = {
      ...beforeOpening,
      applications: [listed('ohio'), listed('maine')],
      setUp: {
        ...beforeOpening.setUp,
        declarations: {
          ohio: { r1: { status: 'certified', at: 1 }, r2: { status: 'recused', at: 1, reason: null } },
          maine: { r2: { status: 'unsure', at: 1, reason: null } },
        },
      },
    }
    expect(['r1', 'r2', 'staff'].map((person) => owedBy(state, person))).toEqual([
      ['certify'],
      [],
      ['certify'],
    ])
  })

  test('PEOPLE-13 is to be ready until one’s form is given, and to sign from the reveal until it is signed', () => {
    const play = playTo(startPlay(), 'score')
    play.must('r1', attest(play, 'r1'))
    expect([owed(play, 'r1'), owed(play, 'r2')]).toEqual([[], ['ready']])
    playTo(play, 'voted')
    expect([owed(play, 'r1'), owed(play, 'monitor')]).toEqual([['sign'], []])
    play.must('r1', sign(play, 'r1'))
    expect([owed(play, 'r1'), owed(play, 'r2')]).toEqual([[], ['sign']])
    playTo(play, 'locked')
    for (const person of ['r1', 'r2', 'monitor']) expect(owed(play, person)).toEqual([])
  })

  test('PEOPLE-13 is nothing for who is excused or recused', () => {
    const play = playTo(startPlay(), 'score')
    play.must('staff', excuse(1))
    play.must('r2', recuse)
    expect([owed(play, 'r1'), owed(play, 'r2')]).toEqual([[], []])
  })

  test('PEOPLE-19 is told by their own doings alone: nothing that others type, give or sign changes it', () => {
    const play = playTo(startPlay(), 'score')
    const before = owed(play, 'r1')
    for (const person of ['r2', 'r3']) play.must(person, attest(play, person))
    play.must('r4', recuse)
    expect(owed(play, 'r1')).toEqual(before)
  })
})
