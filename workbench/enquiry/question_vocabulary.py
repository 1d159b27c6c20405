"""More words that the question rules look for, as data: size, background, adults, attitudes, bands of pupils.

Written like ``question_words``: lower-case phrases, ``*`` at the end for any ending. The guide that
the labelled questions were judged by (``tests/enquiry/question_bank/codebook.md``) says what each list is for.
"""

from __future__ import annotations


def _listed(text: str) -> tuple[str, ...]:
    """Return the phrases of a block of text, set apart by commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


BROAD_RESULTS = _listed("""
    attainment, achievement, progress, outcomes, outcome, standards, results, grades, grade, the gap, gaps, culture, ethos, performance,
    success, excellence, knowledge acquisition, learning, teaching and learning, literacy, numeracy, scores, progress 8, behaviour,
    attendance, wellbeing, well-being, maths, english, reading, writing, science, curriculum, outcomes in, reads, reads well,
    read well, can read
""")
"""Results so broad that a whole school's is too big for one enquiry."""

WIDE_SCOPES = _listed("""
    whole school, whole-school, our school, the school, this school, schoolwide, school-wide, across the school, across our school,
    all our schools, every school, our schools, the trust, our trust, multi-academy trust, the federation, our federation, the cluster,
    academies, schools, every subject, all subjects, across subjects, across the curriculum, every lesson, all lessons, every class,
    all classes, in every classroom, all year groups, every year group, every year, all pupils, all students, all children,
    all learners, all our pupils, all our students, all our children, every pupil, every student, every child, every learner,
    everyone, all staff, all stakeholders, all teachers, throughout the school, throughout school, key stage *, ks1, ks2, ks3, ks4, ks5,
    the department, our department, the primary, the secondary, the college, our college, from nursery to, from reception to, all ages
""")
"""Scopes wider than one teacher's pupils."""

OUT_OF_REACH = _listed("""
    other schools, similar schools, neighbouring schools, schools like ours, schools nationally, schools elsewhere, in other countries,
    national average, the national figure, national figures, nationally, county average, local authority average, in the county,
    rest of the country, across the country, in this country, in the uk, in england, in wales, in scotland, in northern ireland,
    in society, in later life, later in life, adult life, adulthood, when they leave school, after they leave, once they leave,
    at university, in their careers, future careers, end of the decade, in the long term, long-term, in ten years, in five years,
    over five years, over the next five years, over the next three years, next three years, next five years, five-year, ten-year,
    three-year, years later, years from now, life chances, social mobility, lifelong, life-long, reader for life, readers for life,
    learner for life, learners for life, skills for life, the nation, education system,
    by the time they are adults, by the time they leave, when they reach, by the time they reach
""")
"""Results more than a school year off, and figures of other schools."""

NO_SIGN = _listed("""
    excellence, world-class, world class, outstanding, flourish*, thrive*, shine*, spirituality, spiritual, whole child, holistic*, ethos,
    full potential, true potential, their potential, passion*, love of learning, lifelong learners, life-long learners, global citizens,
    21st century, future-ready, aspirational, culture of, high expectations, everyone succeeds, everyone can succeed, a love of,
    values, vision, transform*, empower*, inspire*, mindset, growth mindset,
    the best they can be, their best selves, best version, a sense of awe, confident individuals, responsible citizens,
    successful learners
""")
"""Aims that have no sign by which they could be seen in a term."""

BETTER_SELF = _listed("""
    practitioner, better teacher, stronger teacher, good teacher, great teacher, confident teacher, better leader, stronger leader,
    effective leader, outstanding teacher, reflective teacher, better coach, leader of learning, inspirational leader, role model,
    my leadership, my profile, my presence, my confidence,
    as a leader, as a teacher, my practice, my teaching, my craft, my pedagogy
""")
"""What a coaching objective says when nobody could see it done."""

ADULTS = _listed("""
    teachers, teacher, staff, tas, ta, teaching assistants, teaching assistant, parents, parent, carers, mums, dads, families, governors,
    colleagues, leaders, subject leaders, middle leaders, senior leaders, headteachers, midday supervisors, supervisors,
    lunchtime supervisors, tutors, form tutors, cover supervisors, learning support assistants, lsas, support assistants, ects, trainees,
    mentors, technicians, volunteers, subject leads, heads of department, heads of year, adults, classroom assistants, key workers
""")
"""Adults, in whose hands learning may lie but who are not its learners here."""

ATTITUDES = _listed("""
    confidence, self-confidence, motivation, engagement, enjoyment, enthusiasm, enthusiasm for, interest, resilience, concentration,
    attitude, attitudes, attitudes to, attitudes towards, aspirations, aspiration, ambition, anxiety, stress, worry, worries, happiness,
    self-esteem, wellbeing, well-being, love, passion, curiosity, excitement, participation, perseverance, grit, pride,
    sense of belonging, belonging, morale, fun, mindset, growth mindset, fear, feelings, nerves, determination, effort, appetite,
    spirituality, tolerance, respect, kindness, self-belief
""")
"""Attitudes: with "in writing" after them they are attitudes still."""

ATTITUDE_VERBS = _listed("""
    enjoy, enjoys, enjoying, dislike, dislikes, hate, hates, engage, engages, engaging, engaged, motivate, motivates, motivated,
    motivating,
    enthuse, enthuses, inspire, inspires, interested, excited, bored, happy, happier, calm, calmer, worried, worry, worrying, anxious,
    stressed, embarrassed, ashamed,
    feel, feels, disengaged, keen, keener, safe, safer, included, valued, listened to, proud, relaxed, settled, less worried,
    keen on, look forward to, scared, lonely, upset
""")
"""Ways of feeling about school."""

CONDUCT = _listed("""
    behaviour, behavior, attendance, absence, absences, absent, absentees, lateness, late, punctual*, truan*, exclusion*, suspension*,
    detention*, benches, tidy, tidier, tidiness, litter-free, sinks, lockers, coat pegs,
    sanction*, corridor*, playground, playtime*, breaktime*, break time*, lunchtime behaviour, lunch queue, queue*, line up, lined up,
    lining up,
    uniform, blazer*, shirts, ties, trainers, coats, kit, kits, bags, pencil cases, litter, toilets, canteen, dinners, school meals,
    menu, menus, dining hall, bus, buses, phones,
    fights, fighting, bullying, name-calling, swearing, fall out, falling out, fallings-out, friendship*, friends, quarrel*, rows,
    settle arguments, football arguments, arguments among, arguments between, playground arguments, physical intervention*, restraint*,
    physical holds, incidents, meltdowns, low-level disruption, disruption, disruptive, calling out, shouting out, off task, tidy up,
    tidying up, transitions, settle in, settling in, way round, sleep, tired, eat, fruit, vandalism, school reports, breakfast, lunch,
    screen time, registration, register, assembly,
    assemblies, trip, trips, clubs,
    club numbers, sports day, homework handed in, hand in homework, hand in their homework, handing in homework, homework completion,
    homework in on time, equipment, planners,
    house points, merits, choose the subject, choosing the subject, take the subject, options, option choices, option, opt for,
    picking the subject,
    uptake, take-up, take up of, sign up, signing up, volunteering, turn up, turning up, ready for pe, changed for pe
""")
"""Conduct and the running of the day: worth while, and not learning unless learning is said to come of it."""

ADULT_WORK = _listed("""
    marking, mark books, mark faster, mark their, marking time, workload, paperwork, planning time, ppa, pace of my, teacher talk,
    talk less, follow the script, following the script, follow the, precision teaching script, fidelity, display, displays,
    parents' evening, parents evening, report writing, hand back, return assessments, reports to parents, budget, worth the money,
    value for money, money,
    well spent, timetable, rota, staffing, recruitment, retention of staff, staff morale, appraisal, cover the content,
    cover the syllabus,
    cover the course, get through the, feedback within, return feedback, turn round, turnaround, meetings, data entry, seating plan done, 
    lesson plans, my lessons, my questioning, my feedback, my marking, my practice, my subject knowledge, my teaching, our teaching,
    emails, communication with, newsletter, reading records signed, restorative scripts
""")
"""What adults do: it is not yet what pupils learn."""

BACKGROUND = _listed("""
    priority, priorities, improvement plan, development plan, action plan, strategic plan, school plan, sip, sdp, sef, asip, dip, ofsted,
    estyn, hmie, hmi, education scotland, eti, isi, section 48, section 50, siams, inspection, inspections, inspectors, inspector, policy,
    policies, the governors, our governors, governors have, governors asked, governors want, governing body, board of governors, trustees,
    the trust, our trust, trust's, our mat, academy trust, local authority, the la, the council, consortium, regional improvement,
    slt, smt, senior leadership, senior leaders, the head, head's, headteacher, head teacher, my head, the ht, ht says, principal,
    performance management, appraisal, professional standards, teaching standards, teachers' standards, gtcs, gtc,
    department for education, dfe, white paper,
    guidance, statutory guidance, key issue, key issues, vision, mission, motto, ethos statement, values statement, strategy, strategic,
    initiative, school focus, whole-school focus, whole school focus, department's focus, departmental focus, faculty focus,
    focus this year,
    focus for the year, theme this year, this year's theme, theme is, theme for, our theme, a focus here, school focus here, npq*,
    masters, dissertation, my ma,
    pgce, ect, cpd, inset, training day, twilight, conference, webinar, course i went on, a speaker, the speaker, a talk, podcast, a blog,
    blogs, twitter, a book, a book i read, an article, research, researchers, studies, a study, the literature, evidence says,
    evidence shows,
    evidence suggests, the eef, eef, hattie, rosenshine, sweller, dweck, education endowment, according to, adviser, advisers, advisor,
    consultant, moderator, moderators, examiner's report, examiners' report, examiners, the exam board, sqa, wjec, ccea, jcq,
    the minutes, minutes of, staff meeting, cluster meeting, team meeting, department meeting, phase meeting, our meeting, came up at,
    came up in, was raised at, advice, advised, did badly, poorly, prelim results, mock results, test results, exam results, new head,
    is keen, keen on this, deputy, values school,
    did poorly, underperformed, report said, report says, last report, our report, the report, survey showed, survey said,
    pupil survey, parent survey, staff survey, parent surveys, pupil surveys, staff surveys, surveys, survey, questionnaire,
    questionnaires, moderation report,
    was poor, were poor, were low, was low, have dropped, dropped, has dropped, fell, fallen, dipped, dipping, disappointing,
    below national,
    below average, below the national, results last year, last year's results, last summer's results, summer's results, sats results,
    gcse results, results were, data shows, data showed,
    our data, data drop, baseline showed, value added, progress 8, league table*, pisa, target of, targets for, our target, school target,
    recovery plan, catch-up funding, pupil premium strategy, funding, the budget, budget meeting, bought, we have bought, purchased,
    invested,
    subscribed, spent, paid, cost us, costs, costing, at a cost, £*, agreed, decided, signed up, rolled out, launched, adopted,
    introduced last year,
    been teaching, taught for, years of teaching, years teaching, in my career, new to the school, i have taught, i've taught, nqt,
    colleague thinks, my colleague,
    a colleague, colleagues say, colleagues think, my ta says, my ta, ta says, my mentor, my coach, my line manager, line manager,
    last year's teacher,
    previous teacher, their old teacher, hod, my hod, head of department, our head, everyone says, people say, they say that,
    we were told, were told, i was told, been told,
    asked us to, asked me to, asked for, wants us to, wants every, wanted, expects us, commits us, tells us, reminded us, requires,
    required by, recommendation, recommended, recommends,
    since lockdown, since covid, since the pandemic, after lockdown, since we moved, since the merger, since the new, never known,
    always been,
    how good is our school, hgios, national improvement framework, nif, raise online, fft, academisation, complained, complaints,
    cost a, compulsory, re-brokered, merger
""")
"""Background: plans, inspections, research, results, money and other people's opinions (Q-R3)."""

BACKGROUND_STRONG = _listed("""
    in line with, in accordance with, in keeping with, to comply with, in compliance with, as required by, as set out in,
    as recommended by, as stated in, as identified in, as identified by, as outlined in, as agreed by, as agreed at, as agreed in,
    as advised by, as per our, as per the, further to, pursuant to, on the advice of, at the request of, in response to our,
    in response to the
""")
"""Openings after which something is only obeyed, whatever it is."""

TOPICS = _listed("""
    with area, area of, area and perimeter, perimeter and area, telling the time, tell the time, world war, world wars, life cycle,
    life cycles,
    long division, rate of reaction, rates of reaction, the difference between, level of formality, mental maths, times tables,
    times table,
    place value, number bonds, mark making, working out, note taking, note-making, key words, question marks, full stops, making notes
""")
"""Topics whose every word is general by itself."""

GENERAL_ASPECTS = _listed("""
    reasoning, problem solving, problem-solving, problem, problems, vocabulary, vocab, talk, oracy, stress, wellbeing, resilience,
    independence, independent,
    independently, attitudes, attainment, mocks, mock, happiness, culture, excellence, aspirational, potential, gcse, life skills,
    life, skills,
    literate, numerate, outcomes, memory, thinking, concentration, revise, revision, study, studying, homework, classwork, coursework,
    training, sessions,
    session, intervention, interventions, programme, programmes, scheme, schemes, approach, approaches, strategies, strategy,
    foundation, core,
    stretch, access, acess, sure, expectations, behind, ahead, scaffold, scaffolding, worth, money, content, material, academies,
    county, end, pace, calm, calmer,
    safe, included, work harder, harder, effort, behave, engaged, motivated, happier, stronger, weaker, ones, lads, lasses, bairns, kids,
    everybody, anyone, stakeholders, parents, people, leave, finish, finishing, score, achieving, attain, attaining, succeed, remember,
    recall
""")
"""Words that name no part of a subject small enough to be taught in a few weeks."""
