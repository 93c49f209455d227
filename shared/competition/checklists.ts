import type { Check } from './set-up.ts'

/**
 * What is checked of an application to Race to the Top, Phase 2, before reviewers get it and before an award: from the notice inviting
 * applications and the application form. The form is stricter than the notice on money: over its range a request is not considered.
 */
export const checklist2010: readonly Check[] = [
  {
    id: 'on-time',
    title: 'Received by the deadline: 4:30:00 p.m., Washington, DC, time',
    source: 'Notice, section IV.3 and IV.6, deadline for transmittal',
    before: 'review',
  },
  {
    id: 'eligible-applicant',
    title: 'The applicant is a State, the District of Columbia or Puerto Rico',
    source: 'Notice, section III.1',
    before: 'review',
  },
  {
    id: 'eligibility-b',
    title:
      'Eligibility (b): no legal barrier to linking student achievement to teachers and principals for evaluation',
    source: 'Notice, section III.1(b), and V.2 on when it is looked at',
    before: 'review',
  },
  {
    id: 'amount',
    title: 'The amount requested is not over the maximum of its budget range',
    source: 'Application form, section VIII, budget requirements',
    before: 'review',
  },
  {
    id: 'assurances-signed',
    title:
      'Signed by the Governor, the chief school officer and, where there is one, the State board’s president',
    source: 'Notice, section I, application requirement (a); application form, section III',
    before: 'review',
  },
  {
    id: 'accountability-signed',
    title: 'Accountability and other assurances signed by the Governor',
    source: 'Notice, section I, application requirement (a); application form, section IV',
    before: 'review',
  },
  {
    id: 'attorney-general',
    title: 'Certified by the State Attorney General, or in the Attorney General’s name',
    source: 'Notice, section I, application requirement (f); application form, section III',
    before: 'review',
  },
  {
    id: 'narrative',
    title: 'The narrative is there: selection criteria and priorities',
    source: 'Notice, section IV.2; application form, sections VI and VII',
    before: 'review',
  },
  {
    id: 'budget',
    title: 'The budget is there, with its narrative',
    source: 'Notice, section I, application requirement (c); application form, section VIII',
    before: 'review',
  },
  {
    id: 'districts',
    title: 'The districts’ agreements are there: the model one, and the table of participating districts',
    source: 'Notice, criterion (A)(1)(ii) and its evidence; application form, section IX',
    before: 'review',
  },
  {
    id: 'appendix',
    title: 'The appendix is there, with a table of contents',
    source: 'Application form, section I, appendix',
    before: 'review',
  },
  {
    id: 'eligibility-a',
    title: 'Eligibility (a): both State Fiscal Stabilization Fund applications approved',
    source: 'Notice, section III.1(a), and V.2 on when it is looked at',
    before: 'award',
  },
]

/** What any application is checked for, to begin a list of one's own with. */
const plainChecklist: readonly Check[] = [
  { id: 'on-time', title: 'Received by the deadline', source: '', before: 'review' },
  { id: 'eligible', title: 'The applicant is eligible', source: '', before: 'review' },
  { id: 'amount', title: 'The amount requested is within the maximum', source: '', before: 'review' },
  { id: 'signed', title: 'Signed by who can bind the applicant', source: '', before: 'review' },
  { id: 'parts', title: 'All parts that are asked for are there', source: '', before: 'review' },
]

/** The checklist that goes with a preset. */
export function checklistOf(preset: string): readonly Check[] {
  return preset === 'race-to-the-top-2010' ? checklist2010 : plainChecklist
}
