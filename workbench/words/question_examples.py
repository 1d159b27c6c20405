"""Weak questions and how each could be mended, across phases and subjects (Q-EX).

``broken`` names the rules that the weak one does not meet; the mended one meets the first four. A test
holds the checks to both. ``phase`` and ``subject`` let a teacher see those most like her own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

PHASES = ("early years", "primary", "secondary", "post-16", "special", "leaders", "coaching")


_PHASE_MARKS = {
    "early years": r"nursery|reception|meithrin|derbyn|pre-?school|early years|eyfs|foundation (?:stage|phase)|(?:two|three|"
    r"four)-year-olds",
    "primary": r"(?:year|yr|blwyddyn) ?[1-6]\b|y[1-6]\b|[1-6][a-z]{1,2}\b|p[1-7]\b|primary|ks ?[12]\b|key stage (?:1|2|one|two)",
    "secondary": r"(?:year|yr|blwyddyn) ?(?:[7-9]|1[01])\b|y(?:[7-9]|1[01])\b|(?:[7-9]|1[01])[a-z]{1,2}\d?\b|s[1-6]\b|gcse|ks "
    r"?[34]\b|secondary|"
    r"key stage (?:3|4|three|four)|national [1-5]",
    "post-16": r"(?:year|yr|blwyddyn) ?1[23]\b|y1[23]\b|1[23][a-z]{1,2}\b|a[ -]level|sixth|level [1-7]|btec|t[ -]level|\bhigher|"
    r"college|resit",
    "special": r"special school|autis\w+|pmld|semh|asd|base\b|provision",
    "leaders": r"governors?|whole school|across the school|departments?|programme|staff",
    "coaching": r"^(?:use|give|wait|model|improve|become|pause|ask|keep) |practitioner|my lessons|my teaching",
}


@dataclass(frozen=True, slots=True)
class Example:
    """One weak question, the rules it does not meet, and the question it could become."""

    phase: str
    subject: str
    broken: str
    weak: str
    mended: str


EXAMPLES: tuple[Example, ...] = (
    # early years
    Example("early years", "talk", "R2 R4", "Does the mud kitchen improve Nursery children's talk?",
            "How can we use the mud kitchen so that our Nursery children describe what they are mixing in longer phrases?"),
    Example("early years", "number", "R2", "How can I help my class with number?",
            "How can I help my Reception class to count out up to ten objects without missing one?"),
    Example("early years", "stories", "R3",
            "Our literacy lead went on a course about story baskets. How can story baskets help Reception retell a tale in order?",
            "How can story baskets help Reception retell a tale in order?"),
    Example("early years", "self-care", "R1", "How can we get Reception changed for PE more quickly?",
            "How can picture steps help Reception to follow a three-part instruction in PE?"),
    Example("early years", "phonics", "R1 R2 R4", "What is the best phonics scheme?",
            "Which initial sounds do our P1 children still mix up when they write simple words?"),
    Example("early years", "Welsh", "R1 R2 R4", "Welsh in the Nursery",
            "How can singing at snack time help our Meithrin children to ask for a drink or a toy in Welsh?"),
    # primary
    Example("primary", "mathematics", "R4", "Do bar models raise attainment in Year 4 word problems?",
            "How can we use bar models to help Year 4 choose the operation in word problems?"),
    Example("primary", "mathematics", "R2", "How can we improve maths?",
            "How can we help P5 to explain which fraction is larger when the denominators differ?"),
    Example("primary", "mathematics", "R3",
            "Because our SATs results dipped last summer, how can Year 6 learn to check their long division by estimating?",
            "How can Year 6 learn to check their long division by estimating?"),
    Example("primary", "reading", "R4", "Is whole-class reading better than guided groups for Year 5 inference?",
            "How can we use whole-class reading to help Year 5 back up an inference with words from the text?"),
    Example("primary", "reading", "R1", "Do Year 3 enjoy the new library corner?",
            "How do Year 3 choose a book that they can read and retell from the library corner?"),
    Example("primary", "writing", "R2", "How can I raise standards in writing?",
            "How can I help the boys in Blwyddyn 4 to link sentences with conjunctions in a recount?"),
    Example("primary", "writing", "R3", "In line with the trust's writing policy, how can Year 2 be helped to leave spaces between words?",
            "How can Year 2 be helped to leave spaces between words?"),
    Example("primary", "spelling", "R4", "Will a daily dictation make Year 6 better spellers by the time they leave school?",
            "How can a daily dictation help Year 6 to spell words with silent letters in their own writing this term?"),
    Example("primary", "science", "R2", "How can children learn science vocabulary?",
            "How can word maps help P6 to use the words of electrical circuits in their explanations?"),
    Example("primary", "science", "R2 R4", "Why do children find forces hard?",
            "What do Year 5 say holds a floating object up, before and after they have drawn the forces on it?"),
    Example("primary", "history", "R4", "Should we use drama to teach Year 4 about Pompeii?",
            "How can drama help Year 4 to give two reasons why people left Pompeii too late?"),
    Example("primary", "geography", "R2 R4", "How can we raise outcomes for all pupils across the curriculum by 2030?",
            "How can fieldwork sketches help Year 6 to label the features of a river?"),
    Example("primary", "music", "R1", "How can we get more P7 pupils to sign up for clubs in music?",
            "How can call and echo help P7 to keep a steady pulse in two-part rhythms?"),
    Example("primary", "Gaelic", "R4", "Does watching cartoons improve P4's Gaelic greetings?",
            "How can we use short cartoons so that P4 answer Gaelic greetings in full phrases?"),
    Example("primary", "art", "R2", "How can some pupils get better at drawing?",
            "How can a viewfinder help Year 3 to draw the outline of a shell before its details?"),
    Example("primary", "physical education", "R4", "How can we improve Year 1's overarm throw and how can we get parents reading at home?",
            "How can we help Year 1 to step into an overarm throw?"),
    # secondary
    Example("secondary", "English", "R4", "What effect do sentence starters have on Year 8's analysis of poems?",
            "How can we use sentence starters to help Year 8 to comment on a poet's choice of verbs?"),
    Example("secondary", "English", "R3", "As part of our school improvement plan, how can we help 9C to write a counter-argument?",
            "How can we help 9C to write a counter-argument?"),
    Example("secondary", "mathematics", "R4", "Does sitting near the front affect Year 7's algebra?",
            "How can we help Year 7 to collect like terms without dropping a minus sign?"),
    Example("secondary", "mathematics", "R2 R4", "How can we raise attainment in maths across the school?",
            "Which steps do S2 leave out when they solve equations with brackets?"),
    Example("secondary", "science", "R1", "How can we make Year 9 corridors calmer before science?",
            "How can a starter task help Year 9 to recall the parts of a cell?"),
    Example("secondary", "chemistry", "R2", "How can I improve progress in chemistry for my students?",
            "How can particle drawings help Year 10 to explain why a rate of reaction rises?"),
    Example("secondary", "history", "R4", "Is there a link between homework and source evaluation in Year 9?",
            "How can short homework tasks help Year 9 to question who wrote a source and why?"),
    Example("secondary", "geography", "R3",
            "Research tells us that retrieval works. How can weekly quizzes help S3 remember the stages of a river?",
            "How can weekly quizzes help S3 remember the stages of a river?"),
    Example("secondary", "French", "R4", "Are flashcards an effective way to teach Year 7 French genders?",
            "How can we use flashcards to help Year 7 remember the gender of French food words?"),
    Example("secondary", "Welsh", "R1 R2", "How can we boost confidence in Welsh in Blwyddyn 9?",
            "How can rehearsed questions help Blwyddyn 9 to answer in Welsh without a script?"),
    Example("secondary", "design and technology", "R1", "How can I keep the Year 8 workshop benches tidy?",
            "How can labelled drawings help Year 8 to measure and mark out a joint to the millimetre?"),
    Example("secondary", "computing", "R2 R4", "How do students learn programming?",
            "Where do Year 9 go wrong when they trace a loop by hand?"),
    Example("secondary", "religious education", "R1 R2 R4", "Why do teenagers dislike religious education?",
            "What gets in the way of Year 10 when they have to give both sides of a moral question?"),
    Example("secondary", "physical education", "R1", "How can we get Year 10 girls to bring their kit?",
            "How can video clips help Year 10 girls to correct the toss in a tennis serve?"),
    # post-16
    Example("post-16", "biology", "R2 R4", "To what extent has flipped learning raised A level biologists' grades?",
            "How can flipped notes help A level biologists to explain active transport in exam answers?"),
    Example("post-16", "construction", "R2", "How can learners get better at numeracy?",
            "How can site plans help our Level 2 joinery group to work with scale?"),
    Example("post-16", "modern studies", "R3",
            "How can Higher Modern Studies pupils use evidence in an essay, which our inspectors said was weak?",
            "How can Higher Modern Studies pupils use evidence in an essay?"),
    Example("post-16", "psychology", "R4", "Would Year 12 have written better conclusions if they had used planning sheets?",
            "How can planning sheets help Year 12 to write conclusions that weigh up two studies?"),
    # special schools and provision
    Example("special", "communication", "R1 R2 R4", "Do symbol boards work?",
            "How can symbol boards help our class of autistic infants to choose between two activities?"),
    Example("special", "life skills", "R1 R2", "How can we make students happier?",
            "How can photo steps help the Key Stage 4 pupils with SEND to make a sandwich with fewer prompts?"),
    Example("special", "reading", "R2", "How can pupils be helped with reading?",
            "How can enlarged print help our visually impaired pupils in KS3 to find a fact in a text?"),
    # leaders and governors
    Example("leaders", "oracy", "R2 R4", "Has our oracy programme improved results?",
            "How will we know how far the oracy programme has improved Year 5's spoken explanations in science?"),
    Example("leaders", "reading", "R2 R4", "How can we create a culture of reading where every child thrives?",
            "How can a daily class reader help Year 7 to talk about a character's reasons?"),
    Example("leaders", "mathematics", "R3",
            "The governors asked about value for money. How will we know whether the tutoring has moved Year 11 on with ratio?",
            "How will we know whether the tutoring has moved Year 11 on with ratio?"),
    Example("leaders", "attendance", "R1", "How can we get Year 9 to registration on time?",
            "How can catch-up cards help the Year 9 pupils who arrive late to take part in the first task on fractions?"),
    # coaching objectives
    Example("coaching", "questioning", "R1 R2 R4", "Become a more reflective practitioner.",
            "Wait five seconds after each question in 8B science, so that more of them explain an energy transfer in a full sentence."),
    Example("coaching", "modelling", "R1 R2", "Improve the pace of my lessons.",
            "Model the first line of each proof in Year 10 maths, so that they can write the next line alone."),
    Example("coaching", "feedback", "R3",
            "My line manager wants this for appraisal: give Year 3 one spelling to mend in each piece so that they correct it "
            "themselves.",
            "Give Year 3 one spelling to mend in each piece so that they correct it themselves."),
)  # fmt: skip


def like(text: str, *, against: Sequence[str] = (), count: int = 3) -> tuple[Example, ...]:
    """Return the examples most like a question: its subject, its phase, then the rules that it does not meet.

    Args:
        text: The question as typed.
        against: The rules it does not meet, as "Q-R4".
        count: How many.
    """
    start = text[:600].lower()
    phases = {phase for phase, marks in _PHASE_MARKS.items() if re.search(rf"(?<!\w)(?:{marks})", start)}
    faults = {rule.removeprefix("Q-") for rule in against}

    def nearness(example: Example) -> tuple[int, int]:
        subject = bool(re.search(rf"(?<!\w){re.escape(example.subject.lower()[:5])}", start))
        shared = faults & set(example.broken.split())
        return 3 * subject + 2 * (example.phase in phases) + bool(shared), -len(example.broken.split())

    return tuple(sorted(EXAMPLES, key=nearness, reverse=True)[:count])
