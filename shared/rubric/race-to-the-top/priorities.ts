import type { Priority } from '../rubric.ts'

/** The six priorities of the 2010 competition. Only P2 carries points, and only all of them or none. */
export const priorities: readonly Priority[] = [
  {
    id: 'P1',
    kind: 'absolute',
    title: 'Comprehensive approach to education reform',
    summary:
      'Decided after the whole application has been scored. The application must deal with all four reform areas and the State success factors as one system, show enough district participation and commitment to reach its goals, and say how this and other money will raise achievement, narrow gaps and graduate more students ready for college and careers. An application that does not meet it leaves the competition.',
    points: 0,
  },
  {
    id: 'P2',
    kind: 'competitive',
    title: 'Emphasis on science, technology, engineering and mathematics (STEM)',
    summary:
      'Judged across the whole application: is there a high-quality plan that meets all three needs? All 15 points or none; where reviewers differ, only a majority of the panel gives them.',
    points: 15,
    parts: [
      {
        label: '(i)',
        text: 'Demanding courses in mathematics, the sciences, technology and engineering',
      },
      {
        label: '(ii)',
        text: 'Work with industry, museums, universities and other partners to help teachers bring STEM into every grade and to offer applied learning',
      },
      {
        label: '(iii)',
        text: 'More students prepared for advanced study and careers in STEM, including underrepresented groups, women and girls',
      },
    ],
  },
  {
    id: 'P3',
    kind: 'invitational',
    title: 'Early learning outcomes',
    summary:
      'Does the application propose better preschool programs for high-need young children, so that more are ready for school and move smoothly into kindergarten? For comment only.',
    points: 0,
  },
  {
    id: 'P4',
    kind: 'invitational',
    title: 'Wider statewide data systems',
    summary:
      'Does the State plan to bring further data into its longitudinal system, from early childhood to finance and health, so that bigger questions can be answered, or to share one system with other States? For comment only.',
    points: 0,
  },
  {
    id: 'P5',
    kind: 'invitational',
    title: 'P-20 coordination and alignment',
    summary:
      'Will early childhood programs, schools, colleges, employers’ organizations and State agencies work together so that students move from each level to the next prepared, and high-need students get services a school cannot give alone? For comment only.',
    points: 0,
  },
  {
    id: 'P6',
    kind: 'invitational',
    title: 'School-level conditions for reform and learning',
    summary:
      'Will participating districts give schools room in matters such as staff, time, budget, credit by performance, services for high-need students, climate and work with families? For comment only.',
    points: 0,
  },
]
