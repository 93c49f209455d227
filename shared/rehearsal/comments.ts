/** One for each seat of the panel. */
export type Five = readonly [string, string, string, string, string]

/**
 * Comments for rehearsals, by criterion: what reviewers might write about any of the applications. All of them are
 * invented. They give opinions on the plan and the application, never a figure or a fact about a State.
 */
export const invented: Record<string, { readonly strengths: Five; readonly weaknesses: Five }> = {
  '(A)(1)': {
    strengths: [
      'The agenda reads as one argument. Each reform area leans on the others, and I could explain the plan to a colleague in two sentences.',
      'The goals are stated in terms of students rather than of programs, which makes the later sections easier to judge against them.',
      'The plan asks districts for real work and not just for goodwill. That is the kind of participation this criterion is after.',
      'The application treats the grant as a push for a direction it already means to take, so I find the path credible.',
      'What is promised here matches what the later plans go on to describe. I found few loose ends between the agenda and the sections.',
    ],
    weaknesses: [
      'I cannot tell from the application how firmly districts are bound. Willingness is described more fully than obligation.',
      'The step from district participation to statewide results is asserted more than argued.',
      'The agenda lists many activities without saying which of them matter most, so the path to the goals stays blurred.',
      'The goals would be more convincing with a year-by-year course for each group of students and an account of why it can be reached.',
      'The breadth of local leadership behind the agreements is not clear to me, and leadership that has not committed may slow the work.',
    ],
  },
  '(A)(2)': {
    strengths: [
      'The plan gives thought to who would do the work and how the State would notice early that a project is slipping.',
      'Support for districts is built in as a service and not only as oversight, which should help the smaller ones most.',
      'The application lines the structure of the agency up with the plan instead of setting up a project office beside it.',
      'The intention to work with stakeholders runs through the sections and is tied to particular decisions.',
      'Directing a substantial part of the effort to the local level seems right to me, given where the reforms have to take hold.',
    ],
    weaknesses: [
      'Responsibility is placed with offices in general. I would want to know which person answers for each part.',
      'How the reforms would be carried on after the grant is left mostly to intention.',
      'The support described is warm but general. Statements tied to the harder parts of the plan would persuade me more.',
      'It is hard to connect the money to the activities: I could not follow a goal through to what would be spent on it.',
      'The plan says how good practice would be spread, and much less about how practice that does not work would be stopped.',
    ],
  },
  '(A)(3)': {
    strengths: [
      'The application is candid that overall results hide differences between groups, and it does not rest on averages.',
      'Work in the reform areas appears to have begun before this competition, so the plan builds on habits and not on a blank page.',
      'Where results are discussed, the application takes care to say what can and what cannot be compared.',
      'The State’s own account of what is still missing reads as honest, and the plan takes it up.',
      'The direction of reform looks steady over time, which counts for more with me than any single gain.',
    ],
    weaknesses: [
      'The connection between earlier actions and later results is hardly drawn, and it is what this criterion asks for.',
      'I miss results by group over the whole period. Without them, progress on gaps cannot be judged.',
      'Graduation gets too little attention beside test results.',
      'Progress is told unevenly across the four reform areas; some of them are named only in passing.',
      'The application says little of how earlier Federal and State money served these reforms.',
    ],
  },
  '(B)(1)': {
    strengths: [
      'The commitment to common standards is clear and without reservations that would weaken it.',
      'The application treats adoption as the start of the work and already looks toward putting the standards into use.',
      'Working with other States is presented as a gain in quality and not merely as a condition of the grant.',
      'The intention to reach beyond the first subjects shows that the commitment is more than formal.',
      'The standards are connected to readiness for college and careers throughout the application.',
    ],
    weaknesses: [
      'The legal route to adoption deserves more detail; I could not judge what might still delay it.',
      'I would have liked to see the evidence that the standards are internationally benchmarked, and not only the statement.',
      'The size and the terms of the consortium are left for the reader to look up.',
      'Dates are given more lightly than this criterion, which turns on them, allows.',
      'The application says that the standards will be adopted, and less about how the introduction would be planned afterward.',
    ],
  },
  '(B)(2)': {
    strengths: [
      'The plan wants assessments that teachers can use during the year as well as a test at the end of it.',
      'The intention to build assessments together with other States is firm and fits the standards section.',
      'The application understands that new standards without new assessments would change little.',
      'I value the aim of bringing more subjects into shared assessments over time.',
      'The part the State wants to take in the consortium is an active one.',
    ],
    weaknesses: [
      'Which consortium is meant, and on what terms, should be plainer.',
      'I did not find enough on how the assessments would serve students with disabilities and English learners.',
      'The application states an intention where this criterion asks for evidence of participation.',
      'The number of States working together is not argued, although part of the points depends on it.',
      'The plan does not say what would happen should the consortium’s own work be delayed.',
    ],
  },
  '(B)(3)': {
    strengths: [
      'The plan covers the whole chain from standards to materials, training and classroom assessment, and keeps the parts together.',
      'Educators are to help build the new materials, so they are more likely to be used.',
      'Graduation expectations are considered along with the standards, which gives high schools a reason to move.',
      'Professional development is tied to what teachers would actually teach and not offered as a course catalog.',
      'The plan has a realistic view of how much time a change of curriculum takes.',
    ],
    weaknesses: [
      'Timeline and responsibility are the weak points here. I could not say what would be ready in which year.',
      'The plan tells what would be produced, and too little about how it reaches the teacher who did not ask for it.',
      'Students with high needs are mentioned, but the materials and the training are not worked out for them.',
      'Colleges should have a larger part in deciding what readiness means and in honoring it at entry.',
      'There is no account of how the State would learn whether the new materials are used well.',
    ],
  },
  '(C)(1)': {
    strengths: [
      'The application treats the data system as something in daily use and not as a compliance exercise.',
      'The description is concrete enough for me to follow how one student’s record would move through the system.',
      'Linking data across agencies is thought through as a matter of need and not of technology alone.',
      'The plan to bring sources together under one system should raise quality as well as convenience.',
      'I credit every element for which the application gave me something to go on, and its account is coherent.',
    ],
    weaknesses: [
      'Elements are claimed or implied together. I would need each of the twelve documented by itself to give it credit with confidence.',
      'What is in place and what is planned are not kept apart clearly enough.',
      'How the quality of the data is checked is hardly explained.',
      'The link to higher education is described in hopes more than in working connections.',
      'I could not settle from the text how teachers are matched to students.',
    ],
  },
  '(C)(2)': {
    strengths: [
      'The plan starts from what users need to decide and works back to the data.',
      'Training in the use of data is part of the plan and not an afterthought.',
      'The application has more than one audience in mind and does not offer all of them the same report.',
      'Access in every district is taken seriously as a condition for everything else in this area.',
      'Data are meant to inform the State’s own decisions too, and not only those of schools.',
    ],
    weaknesses: [
      'Parents and students come up briefly. I could not picture what they would be able to see.',
      'Privacy deserves more than the little that is said about it.',
      'The plan does not show how the State would know that the data are used.',
      'Access is promised without dates or stages.',
      'Policymakers are named as users, but the questions they would put to the data are not.',
    ],
  },
  '(C)(3)': {
    strengths: [
      'Teams in schools that work on data together are a sound idea, and the plan gives them a place.',
      'The plan connects data with the curriculum and with observation in classrooms, so that results lead somewhere.',
      'The emphasis on acting early for students at risk is well placed.',
      'Professional development on data would happen close to the classroom, which is where I have seen it work.',
      'The tools are meant to serve teachers first. That order is right.',
    ],
    weaknesses: [
      'Researchers are mentioned, but how they would get access, and to what, stays open.',
      'The plan does not say what districts use today or how they would be brought from there to the new tools.',
      'Training is described by its existence. I miss its content, its length and its follow-up.',
      'Deadlines look ambitious to me beside the capacity that the plan describes.',
      'It is unclear who would support a school whose team has been trained and still struggles.',
    ],
  },
  '(D)(1)': {
    strengths: [
      'The plan opens more than one way into teaching and keeps mentoring as part of each.',
      'Working with outside providers is welcomed instead of merely tolerated.',
      'The application directs new routes to the subjects and places where teachers are hardest to find.',
      'Selectivity and early practice in classrooms are named as marks of the routes, and these are the right ones.',
      'Leaders are considered along with teachers, if more briefly.',
    ],
    weaknesses: [
      'Routes for principals are thinner than those for teachers, although both have to be judged here.',
      'The legal basis is not laid out so that I could check it against the elements of the definition.',
      'I could not judge how much the existing routes are used and how well those who complete them do.',
      'The way shortages are found and followed is left vague.',
      'New partnerships are announced without saying what would make a provider acceptable.',
    ],
  },
  '(D)(2)': {
    strengths: [
      'Teachers and principals are to take part in designing the evaluation. That is a condition for its being trusted.',
      'The plan allows local variation while holding it to one standard of rigor, a reasonable balance.',
      'Training of those who evaluate is treated as essential, and in my experience it decides whether a system works.',
      'Evaluation is connected to development and not only to consequences.',
      'The plan introduces the system in an order that leaves room to learn before it counts for everybody.',
    ],
    weaknesses: [
      'How much student growth would count, and how it would be measured outside of tested subjects, remains too open.',
      'The plan is far more specific on development than on tenure and removal, which carry many of the points here.',
      'Principals are covered mostly by analogy to teachers.',
      'Yearly targets are not argued for, so I cannot tell whether they are ambitious, reachable or both.',
      'Local freedom could end in systems that do not compare, and the plan does not say how the State would notice.',
    ],
  },
  '(D)(3)': {
    strengths: [
      'The plan looks beyond pay to the working conditions that keep good teachers in hard places.',
      'It is good to see data on where effective educators work made part of the plan itself.',
      'Several means are combined, and each answers to a different reason why people leave.',
      'The application takes access to the best teaching as a matter of students’ rights and not of staffing alone.',
      'Hard-to-staff subjects are treated as a problem of supply and of retention together.',
    ],
    weaknesses: [
      'The plan is not built on a review of what has been tried before, as this criterion asks.',
      'Incentives are listed as possibilities. Who would decide on them, and when, is not said.',
      'Special education and teachers of English learners get less attention than mathematics and science.',
      'Without definitions and a baseline, I could not judge the targets for high-poverty and high-minority schools.',
      'Principals, who shape whether teachers stay, are nearly absent from this part of the plan.',
    ],
  },
  '(D)(4)': {
    strengths: [
      'The plan means to judge preparation programs by how their graduates do in classrooms, which is the point of this criterion.',
      'Several measures are to be used, which guards against hasty conclusions from one.',
      'Programs are involved in working out the indicators without being given a veto over them.',
      'Money for programs is connected to need, so growth would go where it helps.',
      'The plan treats the preparation of leaders as deserving a standard of its own.',
    ],
    weaknesses: [
      'It is not clear to me that results would be published program by program in a form that candidates could use.',
      'Principal preparation follows at a distance behind teacher preparation.',
      'The plan does not say what would happen to a program whose results stay weak.',
      'Expansion of the successful programs is wished for and not planned.',
      'Small programs will have few graduates to measure, and the plan does not deal with that.',
    ],
  },
  '(D)(5)': {
    strengths: [
      'The plan would stop paying for professional development that cannot show results. I welcome that.',
      'Support is meant to be part of the working week and to continue, instead of filling single days.',
      'Leaders are supported as learners too, so that they can support others.',
      'Common time for teachers is recognized as something that has to be arranged and paid for.',
      'The regional structure puts help within reach of districts that could not build it themselves.',
    ],
    weaknesses: [
      'How the effect on students would be measured is left for later, and it is half of this criterion.',
      'The offer is broad, but I could not see what a new teacher in a struggling school would receive in the first year.',
      'Coaching is named without saying who the coaches are and how they would be chosen.',
      'The plan depends on staff whose hiring it does not describe.',
      'Data-informed support needs data at the right moment, and this section does not connect to the data plans.',
    ],
  },
  '(E)(1)': {
    strengths: [
      'The relation between the State and its lowest-achieving schools is described in terms that leave responsibility clear.',
      'The application shows readiness to use the State’s authority and not only to hold it in reserve.',
      'Intervention is presented together with support, which makes its use more likely.',
      'The levels of concern and what follows from them form an understandable order.',
      'I gave points for what the application lets me conclude about direct intervention, and its line is consistent.',
    ],
    weaknesses: [
      'I looked for the exact words of the law and did not find enough of them to be sure how far direct intervention reaches.',
      'Schools and districts are different cases here, and the application does not always keep them apart.',
      'What the State may do when a district resists is not addressed.',
      'The conditions under which the authority may be used are not set out.',
      'The text speaks of plans to intervene where this criterion asks about authority already held.',
    ],
  },
  '(E)(2)': {
    strengths: [
      'The plan sees that a struggling school needs leadership, time and support for families along with better instruction.',
      'Help is matched to the needs of each school after a close look at it, instead of one package for all.',
      'The application is willing to act on the whole school and does not trust to small remedies.',
      'Prevention is made part of the effort, so that fewer schools come to this point.',
      'Capacity to help schools is built in the regions and the districts and is not only bought for the term of the grant.',
    ],
    weaknesses: [
      'The choice among the four models is not explained. I would expect reasons for each school or at least for each kind of school.',
      'Lessons of earlier attempts are hardly used, although the application should have some.',
      'The plan depends on finding strong leaders for many schools at once and does not say where they would come from.',
      'Targets by year are missing or not justified, which makes the pace hard to judge.',
      'How a school leaves the program and keeps what it gained is not considered.',
    ],
  },
  '(F)(1)': {
    strengths: [
      'The application shows awareness that reform depends on steady and fair funding.',
      'The plan directs additional help to the schools and districts with the greatest need.',
      'The intention to protect education through hard budget years comes across.',
      'Fairness between districts is understood as more than an equal amount for each student.',
      'I find the direction of policy on funding consistent with the rest of the plan.',
    ],
    weaknesses: [
      'I need the financial data for both years to judge the first part, and I could not find them laid out.',
      'Funding within districts, between schools, is not taken up.',
      'The effect of the State’s policies on high-need districts is claimed and not shown.',
      'The application does not say how one-time money changes the picture.',
      'This criterion is answered so briefly that most of the judgment is left to the reader.',
    ],
  },
  '(F)(2)': {
    strengths: [
      'The plan asks more of those who authorize schools, where quality is decided.',
      'Room for autonomous schools within districts is a real strength; it offers freedom without waiting for a new charter.',
      'Accountability for results is kept together with freedom in the means.',
      'The application is open about what has to change in the law.',
      'New kinds of schools are connected to needs that have been identified and not to novelty.',
    ],
    weaknesses: [
      'Funding for charter schools is not compared with that of other public schools, so a whole part cannot be judged.',
      'The application is nearly silent on buildings for charter schools.',
      'I could not tell how much room for growth the law leaves.',
      'A history of approvals, denials and closures would show whether accountability works. I did not find one.',
      'Much of the section rests on changes that have yet to be made.',
    ],
  },
  '(F)(3)': {
    strengths: [
      'The application has a sense of how its policies add up, beyond the conditions asked about elsewhere.',
      'Reform here did not begin with this competition, and that shows in the policies described.',
      'The conditions named support the plan and are not listed for their own sake.',
      'I see a willingness to put reform into law and regulation and not leave it to projects.',
      'The attention to early learning and to readiness for what comes after school rounds out the picture.',
    ],
    weaknesses: [
      'Results are not traced to the policies named, although this criterion asks for outcomes.',
      'Some of what is offered here repeats what other sections have already been credited for.',
      'Intentions are mixed with conditions that exist.',
      'The section would gain from two or three policies told in depth.',
      'I could not tell which of these conditions reach all students and which only a few.',
    ],
  },
}
