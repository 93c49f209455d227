import type { Rubric } from './rubric.ts'
import { dataSystems } from './race-to-the-top/data-systems.ts'
import { general } from './race-to-the-top/general.ts'
import { lowestAchievingSchools } from './race-to-the-top/lowest-achieving-schools.ts'
import { priorities } from './race-to-the-top/priorities.ts'
import { standardsAndAssessments } from './race-to-the-top/standards-and-assessments.ts'
import { stateSuccessFactors } from './race-to-the-top/state-success-factors.ts'
import { teachersAndLeaders } from './race-to-the-top/teachers-and-leaders.ts'

/**
 * The scoring rubric of Race to the Top 2010, Phases 1 and 2 (notice inviting applications, Appendix B). Points and
 * bands are the notice's; where it gives a criterion's points but not its sub-criteria's, they weigh the same, as it
 * says. Titles and summaries are ours: a competition attaches the notice's own wording, and that is what counts.
 */
export const raceToTheTop: Rubric = {
  id: 'race-to-the-top-2010',
  title: 'Race to the Top, 2010',
  version: 1,
  totals: { criteria: 19, rows: 41, criteriaPoints: 485, priorityPoints: 15, points: 500 },
  areas: [
    { id: 'A', title: 'State success factors', points: 125 },
    { id: 'B', title: 'Standards and assessments', points: 70 },
    { id: 'C', title: 'Data systems', points: 47 },
    { id: 'D', title: 'Teachers and leaders', points: 138 },
    { id: 'E', title: 'Lowest-achieving schools', points: 50 },
    { id: 'F', title: 'General', points: 55 },
  ],
  criteria: [
    ...stateSuccessFactors,
    ...standardsAndAssessments,
    ...dataSystems,
    ...teachersAndLeaders,
    ...lowestAchievingSchools,
    ...general,
  ],
  priorities,
}
