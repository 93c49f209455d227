import type { Criterion } from '../rubric.ts'
import { printed } from './printed-bands.ts'

/** Area F. All three criteria ask about conditions already in place. */
export const general: readonly Criterion[] = [
  {
    id: '(F)(1)',
    area: 'F',
    title: 'Education funding as a priority',
    short: 'Education funding',
    points: 10,
    summary: 'Did the State keep up its spending on education, and is the money fairly shared?',
    rows: [
      {
        id: '(F)(1)(i)',
        label: '(i)',
        title: 'Share of State revenue spent on education, FY 2009 vs. FY 2008',
        short: 'Share of revenue',
        max: 5,
        summary:
          'Judge whether the share of the State’s total revenues that went to schools and public higher education was at least as large in fiscal year 2009 as in 2008.',
        parts: [],
        evidence: ['Financial data for both years, showing whether and by how much the share changed'],
        bands: printed[5],
        rule: {
          kind: 'guidance',
          text: 'The notice ties the level of points to how the share moved from FY 2008 to FY 2009.',
          bands: [
            { band: 'high', when: 'The share increased.' },
            { band: 'medium', when: 'The share was substantially unchanged.' },
            { band: 'low', when: 'The share decreased.' },
          ],
        },
      },
      {
        id: '(F)(1)(ii)',
        label: '(ii)',
        title: 'Fair funding between and within districts',
        short: 'Fair funding',
        max: 5,
        summary: 'Judge whether the State’s policies lead to fair funding.',
        parts: [
          { label: '(a)', text: 'Between high-need districts and others' },
          { label: '(b)', text: 'Within districts, between high-poverty schools and others' },
        ],
        evidence: ['Anything the State believes will help reviewers'],
        bands: printed[5],
        rule: null,
      },
    ],
  },
  {
    id: '(F)(2)',
    area: 'F',
    title: 'Charter and other innovative schools',
    short: 'Charter, innovative',
    points: 40,
    summary:
      'Do law and policy give good charter schools and other autonomous public schools room to grow and succeed?',
    rows: [
      {
        id: '(F)(2)(i)',
        label: '(i)',
        title: 'Charter law does not block growth',
        short: 'Room for charters',
        max: 8,
        summary:
          'Judge whether the charter school law lets the number of high-performing charter schools grow, measured by the share of all schools that may be charters, and does not otherwise restrict who may enroll. Limits on types, places, students or money count as restrictions; a cap that favors proven schools is no problem unless it keeps new ones out.',
        parts: [],
        evidence: [
          'The laws and regulations',
          'Number of charter schools allowed, and their share of all schools',
          'Number and types of charter schools now operating',
        ],
        bands: null,
        rule: {
          kind: 'guidance',
          text: 'The notice sorts charter laws by their cap and by how much their restrictions inhibit growth, and says that this guides reviewers and does not bind them.',
          bands: [
            {
              band: 'high',
              when: 'No cap, or one that would let at least 10% of all schools be charters; and no restriction that inhibits growth even mildly.',
            },
            {
              band: 'medium',
              when: 'A cap that would let at least 5% but less than 10% be charters, or a law flexible enough to work like it; and no moderate or severe restriction.',
            },
            { band: 'low', when: 'A cap that would let less than 5% be charters, or a severe restriction.' },
            { band: 'zero', when: 'The State has no charter school law.' },
          ],
        },
      },
      {
        id: '(F)(2)(ii)',
        label: '(ii)',
        title: 'Authorizer accountability',
        short: 'Authorizers',
        max: 8,
        summary:
          'Judge the rules by which authorizers approve, monitor, renew and close charter schools. Student achievement should be a significant factor, schools that serve students like those of their district should be encouraged, and ineffective schools should in fact have been closed or not renewed.',
        parts: [],
        evidence: [
          'The approach to accountability and authorization, and the laws behind it',
          'For each of the last five years: applications, approvals, denials and closures, with the reasons',
        ],
        bands: null,
        rule: null,
      },
      {
        id: '(F)(2)(iii)',
        label: '(iii)',
        title: 'Fair charter funding',
        short: 'Charter funding',
        max: 8,
        summary:
          'Judge whether charter schools are funded fairly beside traditional public schools, with a commensurate share of local, State and Federal revenues.',
        parts: [],
        evidence: [
          'The laws and regulations',
          'Funding passed through per charter student, and how it compares with other public schools',
        ],
        bands: null,
        rule: {
          kind: 'guidance',
          text: 'The notice ties the level of points to funding per charter student as a share of funding per student in traditional public schools.',
          bands: [
            { band: 'high', when: 'At least 90%.' },
            { band: 'medium', when: '80% to 89%.' },
            { band: 'low', when: '79% or less.' },
            { band: 'zero', when: 'The State has no charter school law.' },
          ],
          conflict:
            'The notice contradicts itself about a State without a charter school law. One sentence places such a State among those that earn low points; the next says that it earns no points. Both readings stand here. Staff’s ruling: none given in this rehearsal.',
        },
      },
      {
        id: '(F)(2)(iv)',
        label: '(iv)',
        title: 'Charter facilities',
        short: 'Charter facilities',
        max: 8,
        summary:
          'Judge what the State does for charter school facilities, such as money, help in finding or access to buildings, or a share in bonds and levies, and whether it asks more of charter buildings than of other public schools.',
        parts: [],
        evidence: ['The laws and regulations', 'Statewide support for facilities, if any'],
        bands: null,
        rule: null,
      },
      {
        id: '(F)(2)(v)',
        label: '(v)',
        title: 'Other autonomous public schools',
        short: 'Other autonomous schools',
        max: 8,
        summary:
          'Judge whether the State enables districts to run innovative, autonomous public schools that are not charters: open to all, with their own say over instruction, staff, time and budget in return for accountability.',
        parts: [],
        evidence: ['How the State enables districts to operate such schools'],
        bands: null,
        rule: null,
      },
    ],
  },
  {
    id: '(F)(3)',
    area: 'F',
    title: 'Other reform conditions',
    short: 'Other conditions',
    points: 5,
    summary: 'What else in law, regulation or policy has helped reform along, and with what result?',
    rows: [
      {
        id: '(F)(3)',
        label: '',
        title: 'Other reform conditions',
        short: 'Other conditions',
        max: 5,
        summary:
          'Judge other conditions the State has created by law, regulation or policy, beyond those told elsewhere, that have raised achievement or graduation rates, narrowed gaps or led to other important results.',
        parts: [],
        evidence: ['The State’s other key education laws and regulations'],
        bands: printed[5],
        rule: null,
      },
    ],
  },
]
