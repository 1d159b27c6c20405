"""Questions of our own, good, weak, mended and tricky, with the answers we expect.

``rules`` gives the answers to Q-R1 to Q-R4 in order: y (yes), n (no), l (look here). Every third
question of the bank, and the second and third looks, were run for the first time only after the
rules had been tuned on the others; ``docs/decisions/0005-question-rules.md`` reports what came of
it at first sight. Where the guide for the labelled questions (``question_bank/codebook.md``), written
later and by others, decides what was "look here" before, the answers follow it. What was general was
mended after that; a question that is still answered otherwise than its writer expected names the rule
in ``known``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """One question, the answers expected, the rewrite expected (if any), and answers known to miss."""

    text: str
    rules: str
    rewrite: str = ""
    known: str = ""


BANK: tuple[Case, ...] = (
    # Sound questions, by phase
    Case("How can we improve the progress of Year 7 pupils who lose marks with place value in column subtraction?", "yyyy"),
    Case("How can I use story maps to help my Reception children retell a story in order?", "yyyy"),
    Case("Can we use number talks in order to improve P5 pupils' mental subtraction of two-digit numbers?", "yyyy"),
    Case("How can we help newly arrived EAL pupils in Year 4 join in with class discussion in science?", "yyyy"),
    Case("How might we use worked examples to improve 9B's accuracy when balancing equations in chemistry?", "yyyy"),
    Case("How can we use sentence stems to develop the written explanations of S2 pupils who give one-word answers in geography?", "yyyy"),
    Case("In what ways can we support Year 1 pupils who reverse letters to form them correctly?", "yyyy"),
    Case("How can paired editing be used by Year 6 boys to reduce comma splices in their stories?", "yyyy"),
    Case("Can I use knowledge quizzes to improve recall of key dates in my Year 8 history class?", "yyyy"),
    Case("How can we best develop hurdling technique with 10x/Pe2 girls who lose rhythm after the third hurdle?", "yyyy"),
    Case("How can we improve the vocabulary that Pupil Premium pupils in Year 5 use in their science write-ups?", "yyyy"),
    Case("How can we use live modelling to improve essay introductions in our Year 12 psychology set?", "yyyy"),
    Case("How can we help Blwyddyn 7 pupils use mutations accurately when they write about themselves in Welsh?", "yyyy"),
    Case("How do Year 3 pupils with SEND explain equivalence when they use fraction walls?", "yyyy"),
    Case("Which errors do set 4 make when they expand double brackets?", "yyyy"),
    Case("What stops our Year 9 girls from answering questions aloud in physics lessons on forces?", "yyyy"),
    Case("Does Year 7's work show that they can line up digits in column addition?", "yyyy"),
    Case("Which phonemes do our Nursery children confuse when they hear rhyming words?", "yyyy"),
    Case("How accurately do P7 pupils estimate angles before they measure them?", "yyyy"),
    Case("Can Year 2 children explain why they chose a method for adding two-digit numbers?", "yyyy"),
    Case("How can I reduce spelling mistakes in the homophones that my Year 5 class write?", "yyyy"),
    Case(
        "How can we use manipulatives so that Year 6 pupils working below age-related expectations understand equivalent fractions?", "yyyy"
    ),
    Case("How can we improve the analysis of sources by lower-attaining GCSE students in history?", "yyyy"),
    Case("How can tutor group 8K's quiet readers be helped to infer meaning from poems?", "yyyy"),
    Case("Do my Year 8 pupils use full stops correctly in science write-ups?", "yyyy"),
    Case("Do our Year 10 students revise at home?", "yyyy"),
    # Does X improve Y, and its kin
    Case(
        "Does paired talk improve pupils' mental calculation?", "ynyn", "How can we use paired talk to improve pupils' mental calculation?"
    ),
    Case(
        "Does using bar models improve Year 5 pupils' fraction word problems?",
        "yyyn",
        "How can we use bar models to improve Year 5 pupils' fraction word problems?",
    ),
    Case(
        "Is retrieval practice effective in helping Year 9 remember French verb endings?",
        "yyyn",
        "How can we use retrieval practice to help Year 9 remember French verb endings?",
    ),
    Case(
        "Will giving Year 10 weekly quizzes raise their recall of the periodic table?",
        "yyyn",
        "How can we give Year 10 weekly quizzes to raise their recall of the periodic table?",
    ),
    Case(
        "What is the impact of knowledge organisers on Year 8 pupils' recall of the Tudors?",
        "yyyn",
        "How can we use knowledge organisers to improve Year 8 pupils' recall of the Tudors?",
    ),
    Case(
        "Does pre-teaching vocabulary lead to better inference in Year 4?",
        "yyyn",
        "How can we pre-teach vocabulary to improve inference in Year 4?",
    ),
    Case(
        "Can mental subtraction in P4 be improved by using empty number lines?",
        "yyyn",
        "How can we use empty number lines to improve mental subtraction in P4?",
    ),
    Case(
        "Do Year 4 pupils spell homophones better when they practise daily?",
        "yyyn",
        "How can we have Year 4 pupils practise daily to help them spell homophones better?",
    ),
    Case("Is setting better than mixed-attainment groups for maths?", "ynyn"),
    Case("Are visualisers a good way of modelling writing?", "ynyn"),
    Case("Do knowledge organisers work?", "nnyn", "How can we make knowledge organisers work for these pupils?"),
    Case(
        "How effective is guided reading for Year 2 boys?",
        "ynyn",
        "How can we make guided reading work for Year 2 boys?",
        known="Q-R1",
    ),
    Case(
        "To what extent does live modelling improve Year 11 essay introductions?",
        "yyyn",
        "How can we use live modelling to improve Year 11 essay introductions?",
    ),
    Case(
        "What effect does silent reading have on comprehension in Year 5?",
        "yyyn",
        "How can we use silent reading to improve comprehension in Year 5?",
    ),
    Case(
        "What difference does peer marking make to the paragraphs that S1 pupils write?",
        "yyyn",
        "How can we use peer marking to improve the paragraphs that S1 pupils write?",
    ),
    Case(
        "If we use drama, will Year 6 boys write better diary entries?",
        "yyyn",
        "How can we use drama to help Year 6 boys write better diary entries?",
    ),
    Case("Would my Reception class count more accurately if they were given ten frames?", "yyyn"),
    Case("Does homework matter?", "nnyn", "How can we make homework work for these pupils?"),
    Case("Does class size affect attainment?", "ynyn"),
    Case(
        "Has the new phonics scheme improved blending in Year 1?",
        "yyyn",
        "How can we use the new phonics scheme to improve blending in Year 1?",
    ),
    Case("Whether flashcards raise Year 7 scores in Spanish vocabulary tests", "yyyn"),
    Case("Spaced practice improves recall of equations in Year 11 physics.", "yyyn"),
    Case(
        "We want to find out if concept cartoons reduce misconceptions about forces in Year 9.",
        "yyyn",
        "How can we use concept cartoons to reduce misconceptions about forces in Year 9?",
    ),
    Case(
        "Does teaching grammar explicitly and marking it weekly reduce errors in Year 7 writing?",
        "ynyn",
        "How can we teach grammar explicitly and mark it weekly to reduce errors in Year 7 writing?",
    ),
    Case("Could reading aloud to a partner build fluency in P3?", "yyyn"),
    Case(
        "Does peer support help EAL pupils in Year 10 to structure their science explanations?",
        "yyyn",
        "How can we use peer support to help EAL pupils in Year 10 to structure their science explanations?",
    ),
    Case("What is the best way to teach fractions to Year 5?", "yyyn"),
    Case("Which strategies are most effective in improving boys' writing?", "ynyn", "How can we improve boys' writing?"),
    Case("What works best for pupils with dyslexia in spelling?", "yyyn"),
    Case(
        "An investigation into the impact of singing on pronunciation in Year 3 French",
        "yyyn",
        "How can we use singing to improve pronunciation in Year 3 French?",
    ),
    Case(
        "Is there any benefit in using mini whiteboards for Year 6 arithmetic?",
        "yyyn",
        "How can we use mini whiteboards to improve Year 6 arithmetic?",
    ),
    Case(
        "How does cooperative learning affect problem solving in Year 8 maths?",
        "ynyn",
        "How can we use cooperative learning to improve problem solving in Year 8 maths?",
    ),
    Case(
        "Do learners make more progress in fractions when using manipulatives?",
        "ynyn",
        "How can we use manipulatives to help learners make more progress in fractions?",
    ),
    Case("Did the breakfast quiz help my tutor group remember capital cities?", "yyyn"),
    Case("Does sitting boys next to girls improve behaviour in Year 9?", "nnyn"),
    # Too big, too vague, or about something else
    Case("How can we raise attainment across the school?", "ynyn"),
    Case("How can we improve literacy across the curriculum?", "ynyn"),
    Case("How can all pupils make better progress in every lesson?", "ynyn"),
    Case("How can we close the gap nationally for disadvantaged pupils in reading?", "ynyn"),
    Case("How can we improve maths?", "ynyy"),
    Case("How can we improve engagement in Year 9?", "nnyy"),
    Case("How can I make my lessons more fun?", "nnyy"),
    Case("How can we reduce marking workload in the maths department?", "nnyy"),
    Case("What do teachers think of the new timetable?", "nnyy"),
    Case("How can we use tablets in Year 4?", "nnyy"),
    Case("How can we improve pupils' writing?", "ynyy"),
    Case("Why do boys underachieve in English?", "ynyn"),
    Case("Should we set Year 7 pupils for maths?", "nnyn"),
    Case("Is there a link between attendance and attainment in Year 10?", "ynyn"),
    Case("Do girls write longer answers than boys in Year 8 RE?", "yyyy"),
    Case("Fractions in Year 5", "nyyn"),
    Case("Are we meeting the needs of EAL pupils in Year 4 when they write recounts?", "yyyy"),
    # Preambles
    Case(
        "In order to address priority 3 of our development plan, how can we help Year 8 pupils who guess at inference questions?",
        "yyny",
        "How can we help Year 8 pupils who guess at inference questions?",
    ),
    Case(
        "As part of our school improvement plan, does guided reading improve comprehension in Year 3?",
        "yynn",
        "How can we use guided reading to improve comprehension in Year 3?",
    ),
    Case("Following our recent Ofsted inspection, how can we raise standards?", "nnnn"),
    Case("How can we improve the use of adverbials in Year 4 stories, in line with our School Development Plan?", "yyny"),
    Case("SDP priority 2.1: How can we develop reasoning about ratio in 8y3?", "yyny"),
    Case("Oracy is a priority in our trust. How can we help 7R speak in full sentences when they explain a graph?", "yyny"),
    Case("How can we (SIP target 4) improve times-table fluency for Year 4 pupils who count on?", "yyny"),
    Case("Our Year 7 pupils often drop the zero. How can we help them keep it in long multiplication?", "yyyy"),
    Case(
        "To meet the governors' target, can we use precision teaching to improve word reading for P2 pupils at risk of falling behind?",
        "yyny",
    ),
    # Several, foreign, odd
    Case("Does paired talk improve explanations in Year 6? And how do pupils feel about it?", "yyyn"),
    Case("How can we help Year 5 pupils explain their methods in division? Which words do they use? What do they avoid?", "yyyy"),
    Case("Comment pouvons-nous aider les élèves de cinquième à mieux comprendre les fractions ?", "llll"),
    Case("Sut allwn ni helpu disgyblion Blwyddyn 5 i ddeall ffracsiynau yn well?", "llll"),
    Case("Wie können wir den Schülern helfen, Brüche besser zu verstehen?", "llll"),
    Case("我们怎样帮助七年级学生理解分数?", "llll"),
    Case("", "llll"),
    Case("?!", "llll"),
)

SECOND_LOOK: tuple[Case, ...] = (
    # Written after the first third had been looked at, and run once before anything was changed again.
    Case("How can we help our Year 10 low prior attainers plan a method before they write up a titration?", "yyyy"),
    Case(
        "Does colour-coding help dyslexic pupils in Year 6 remember prefixes?",
        "yyyn",
        "How can we use colour-coding to help dyslexic pupils in Year 6 remember prefixes?",
    ),
    Case("How can I use exit tickets to find out which steps 11Y2 miss when they solve simultaneous equations?", "yyyy"),
    Case("Is direct instruction more effective than discovery learning in teaching photosynthesis to Year 8?", "yyyn"),
    Case(
        "What effect will daily reading have on the fluency of P6 pupils who read word by word?",
        "yyyn",
        "How can we use daily reading to improve the fluency of P6 pupils who read word by word?",
    ),
    Case("Can fidget toys raise concentration in Year 3?", "nnyn", "How can we use fidget toys to raise concentration in Year 3?"),
    Case("How can we support girls in S4 to choose a graph for their data in biology?", "yyyy"),
    Case(
        "Will removing grades from feedback encourage Year 9 artists to annotate their sketchbooks?",
        "yyyn",
        "How can we remove grades from feedback to encourage Year 9 artists to annotate their sketchbooks?",
    ),
    Case("How can we make sure every child in the school reads well?", "ynyn"),
    Case("As required by our trust's literacy strategy, how might we extend the vocabulary that Year 2 use in recounts?", "yyny"),
    Case("How do pupils feel about homework?", "nnyy"),
    Case("Where do Year 12 go wrong when they sketch cubic graphs?", "yyyy"),
    Case("Would longer lessons improve outcomes?", "ynyn", "How can we use longer lessons to improve outcomes for these pupils?"),
    Case(
        "Do visual timetables reduce anxiety for autistic pupils in KS1?",
        "nnyn",
        "How can we use visual timetables to reduce anxiety for autistic pupils in KS1?",
    ),
    Case("How can we teach the passive voice to 10-set-3 so they use it in lab reports?", "yyyy"),
    Case("How successful has our phonics catch-up been?", "ynyn", known="Q-R1"),
    Case("We noticed that 7B guess at word problems. How can bar models be used to help them choose an operation?", "yyyy"),
    Case("Does Ysgol Bryn Coch's Year 5 class show better Welsh spelling after dictation?", "yyyn", known="Q-R4"),
    Case("How can we develop empathy in PSHE for tutor group 9K?", "yyyy"),
    Case("What is the influence of parental engagement on attainment?", "ynyn"),
    Case(
        "How can we improve Looked-After pupils' inference in Year 8 English, as part of our SEF?",
        "yyny",
        "How can we improve Looked-After pupils' inference in Year 8 English?",
    ),
    Case("Are Year 11 better at timed essays when they plan for five minutes?", "yyyn"),
    Case("How can we use Numicon so that Reception count objects one by one up to ten?", "yyyy"),
    Case("Attainment in maths", "nnyn"),
)

THIRD_LOOK: tuple[Case, ...] = (
    # Written last of all, and run once before anything was changed again.
    Case(
        "How can we use think-pair-share to improve the spoken answers of Year 8 EAL pupils in religious education?", "ynyy", known="Q-R2"
    ),
    Case("Does chunking instructions help Year 2 pupils with ADHD to finish a piece of writing?", "ynyn", known="Q-R2"),
    Case("How might retrieval grids strengthen 12C's recall of case studies in geography?", "yyyy"),
    Case("Can we use peer critique in order to improve Year 9 pupils' final pieces in art?", "yyyy"),
    Case("Which punctuation marks do my Year 3 writers leave out when they copy from the board?", "yyyy"),
    Case("Does a calm start to lessons increase learning time?", "ynyn"),
    Case("How can we improve the accuracy of serve returns for the under-confident players in 9G?", "yyyy"),
    Case("In response to our HMIE inspection, how can we help S1 pupils explain how they worked out a percentage?", "yyny"),
    Case("What is the most effective approach to teaching phonics?", "ynyn"),
    Case("Is it possible to improve Year 6 pupils' use of semicolons by sentence combining?", "yyyn", known="Q-R4"),
    Case("How can we get reluctant readers in Year 7 to finish a novel each half term?", "yyyy"),
    Case("How can we make Year 10 pupils' graphs in physics more accurate?", "yyyy"),
    Case("Why do Year 5 pupils forget the remainder when they divide?", "yyyy"),
    Case("Does the number of hours spent revising affect GCSE results?", "ynyn"),
    Case("How can we build vocabulary?", "ynyy"),
    Case("Do children in Nursery speak more when adults ask fewer questions?", "yyyn"),
    Case("How can teachers across our multi-academy trust raise attainment in reading?", "ynyn"),
    Case("How can we support young carers in Year 10 to catch up on missed coursework in food technology?", "yyyy"),
    Case("Will learning songs in Welsh help P1 children remember colours?", "yyyn"),
    Case("Are there benefits to teaching times tables through rhythm for Year 4 pupils who cannot recall the sevens?", "yyyn"),
    Case("How can I improve my questioning?", "nnyy"),
    Case("How do Year 11 decide which formula to use in trigonometry questions?", "yyyy"),
    Case("Paired reading with sixth formers for weak Year 7 readers", "nnyn", known="Q-R2"),
    Case("Our SDP says literacy comes first. Our SEF agrees. Does reciprocal reading improve inference in 8M?", "yynn"),
)


def tuning() -> tuple[Case, ...]:
    """Return the two thirds that the rules were tuned on."""
    return tuple(case for index, case in enumerate(BANK) if index % 3 != 2)


def held_out() -> tuple[Case, ...]:
    """Return the third that was not looked at while tuning."""
    return tuple(case for index, case in enumerate(BANK) if index % 3 == 2)


def everything() -> tuple[Case, ...]:
    """Return every question, whenever it was written."""
    return (*BANK, *SECOND_LOOK, *THIRD_LOOK)
