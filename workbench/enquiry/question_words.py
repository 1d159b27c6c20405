"""The words that the question rules look for, as data.

Each entry is a lower-case phrase; a space stands for any run of spaces, ``*`` at the end for any
ending. Nothing here decides anything: ``question_rules`` does. Add a word, run
``tests/enquiry/test_question_bank.py``, and look at what moved.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a block of text; a block is easier to add to than a list."""
    return tuple(text.split())


AIM_VERBS = _words(
    """
    improve raise develop help support strengthen increase deepen accelerate boost build enhance enable extend secure
    encourage promote reduce overcome close narrow widen enrich sharpen sustain grow motivate engage address tackle
    consolidate embed advance foster nurture challenge stretch assist equip prepare ensure allow speed lift better maximise
    transform inspire empower scaffold teach correct fix remedy prevent avoid move get make unpick broaden bridge facilitate
    stimulate
    meet cultivate optimise optimize maximize settle tighten master
    """
)
"""Verbs that can carry the aim of an enquiry."""

UNDERSTAND_FORMS = (
    "understand why", "understand how", "understand what", "find out", "explore", "discover", "what do", "what does", "which errors",
    "which misconceptions", "what mistakes", "what errors", "what misconceptions", "where do", "when do", "why do", "how do",
    "how well do",
    "how well can", "how accurately", "how confidently", "how fluently", "how far can", "what happens", "which parts",
    "which strategies do",
    "what strategies do", "which methods do", "what methods do", "what stops", "what prevents", "what makes it", "what helps",
    "what hinders", "which words", "which types of", "what kinds of", "what kind of", "which steps", "in what ways", "what can",
    "which aspects", "what aspects", "which features", "which questions", "what barriers", "which barriers", "do they", "can they",
    "to what extent do", "to what extent can", "how many", "how much", "how often",
)  # fmt: skip
"""Forms that set out to understand learning, which is an aim too."""

LEARNING_NOUNS = _words(
    """
    underachiev* learning progress attainment achievement understanding reasoning fluency accuracy recall retention writing reading
    spelling vocabulary handwriting phonics grammar punctuation comprehension decoding inference explanation* calculation*
    arithmetic numeracy literacy oracy knowledge skill* problem solving misconception* error* mistake* answers essay*
    paragraph* sentence* translation pronunciation listening speaking composition* drawing painting performance technique*
    evaluation* analysis argument* revision outcomes results grades marks scores memory thinking metacognition fractions
    algebra geometry place value times tables multiplication subtraction addition division number bonds ratio percentages
    equations graphs grades work concept* learn learns learned learnt understand understands explain explains solve solves
    remember remembers reason reasons calculate spell spells read write recalls apply applies count counts subtract subtracts
    add adds multiply compare justify
    language communication
    """
)
"""Words that name learning, or a thing that shows it. A structure (verb + object) also counts."""

LEARNING_PHRASES = (
    "problem solving", "place value", "times tables", "number bonds", "mental calculation", "close reading", "use of", "early number",
)  # fmt: skip

NEAR_LEARNING = _words(
    """
    engagement confidence motivation behaviour behavior attendance punctuality enjoyment wellbeing well-being resilience
    attitude* participation concentration independence self-esteem interest focus effort homework aspiration* anxiety mindset
    attention organisation happiness belonging friendship* exclusions detentions
    fun excitement curiosity
    prefer preference* enjoy opinion* views feel feelings
    """
)
"""What may go with learning, but is not learning itself."""

NOT_LEARNING = _words(
    """
    workload marking load budget* cost* staffing reputation recruitment paperwork uniform marketing policies policy systems
    timetable* meetings absence cover rota* report writing parents' evening* staff morale morale displays corridors buildings
    canteen lunch retention of staff staff retention teachers' wellbeing staff wellbeing teacher wellbeing admissions
    fundraising enrolment
    """
)
NOT_LEARNING_PHRASES = (
    "my questioning", "my teaching", "my feedback", "my marking", "my practice", "my subject knowledge", "our teaching", "my lessons",
    "marking workload", "workload", "paperwork", "staff morale", "staff wellbeing", "teacher wellbeing", "staff retention",
    "staff meetings",
    "parents' evening", "parents evening", "uniform", "budget", "recruitment", "timetable", "reputation", "rota", "admissions",
    "the canteen",
    "fundraising", "staff absence", "teacher workload", "data drops", "displays", "appraisal",
)  # fmt: skip
"""Ends that are worth having and are not pupils' learning."""

ADULTS = _words(
    """
    teachers teacher staff tas ta parents parent governors governor colleagues leaders subject leaders headteachers we
    """
)

GENERIC_PUPILS = (
    "all pupils", "all our pupils", "all students", "all children", "all learners", "every pupil", "every child", "our pupils",
    "my pupils",
    "our students", "my students", "our children", "my children", "the pupils", "the children", "the students", "some pupils",
    "some students", "some children", "certain pupils", "many pupils", "most pupils", "pupils", "students", "children", "learners",
    "kids",
    "pupil", "student", "child", "learner", "young people", "everyone", "them", "my class", "our class", "the class", "class", "classes",
)  # fmt: skip
"""Names of pupils that do not say which."""

GROUPS = (
    "eal", "e.a.l.", "send", "sen", "sen support", "aln", "asn", "pp", "pupil premium", "pupil-premium", "fsm", "free school meals",
    "disadvantaged",
    "ehcp", "ehc plans", "looked-after", "looked after", "lac", "cla", "boys", "girls", "summer-born", "summer born", "newly arrived",
    "new arrivals", "new to english", "bilingual", "multilingual", "traveller", "roma", "refugee*", "young carers", "dyslexic",
    "dyslexia",
    "dyscalculia", "autistic", "autism", "adhd", "dcd", "hearing-impaired", "deaf", "visually impaired", "lower-attaining",
    "lower attaining",
    "low-attaining", "low attaining", "middle-attaining", "middle attaining", "high-attaining", "high attaining", "higher-attaining",
    "higher attaining", "low attainers", "lower attainers", "middle attainers", "high attainers", "higher attainers", "low prior attain*",
    "lower prior attain*", "middle prior attain*", "high prior attain*", "higher prior attain*", "prior attain*", "more able",
    "most able",
    "less able", "gifted", "underachieving", "under-achieving", "underattaining", "reluctant", "struggling", "quiet", "disengaged",
    "persistently absent", "persistent absentees", "white working-class", "working-class", "service children", "resit", "re-sit",
    "lowest-attaining", "lowest attaining", "weakest", "bottom third", "lowest 20%", "lowest third", "greater depth",
    "speech and language", "selective mutism", "hpa", "lpa", "mpa", "left-handed",
)  # fmt: skip
"""Names of groups of pupils."""

NEED_FORMS = (
    "who", "whose", "struggle with", "struggling with", "find it hard", "find it difficult", "have difficulty", "having difficulty",
    "with gaps in",
    "with difficulties in", "working below", "working towards", "at risk of", "not yet secure", "below age-related", "below expected",
    "just below", "on the borderline", "scoring below", "scored below", "needing", "in need of",
)  # fmt: skip
"""Forms that say what pupils need or have in common; used only beside a name of pupils."""

SUBJECTS = (
    "maths", "mathematics", "math", "numeracy", "english", "english language", "english literature", "literacy", "science", "sciences",
    "biology", "chemistry", "physics", "history", "geography", "humanities", "re", "religious education", "religious studies", "rs",
    "rmps",
    "pe", "physical education", "games", "art", "art and design", "music", "drama", "dance", "dt", "d&t", "design and technology",
    "design technology", "food technology", "food", "textiles", "computing", "computer science", "ict", "it", "french", "german",
    "spanish",
    "italian", "mandarin", "latin", "urdu", "arabic", "polish", "welsh", "cymraeg", "gaelic", "mfl", "languages", "modern languages",
    "modern foreign languages", "modern studies", "pshe", "rshe", "citizenship", "business", "business studies", "economics",
    "psychology",
    "sociology", "law", "media", "media studies", "politics", "philosophy", "photography", "topic", "health and social care", "btec",
    "t level", "expressive arts", "stem", "functional skills", "the subject", "subject", "subjects", "welsh second language", "epq",
)  # fmt: skip
"""Subjects: naming one is not yet naming a part of it."""

WIDE_ASPECTS = _words(
    """
    reading writing speaking listening oracy communication grammar language numeracy literacy number
    """
)
"""Parts of a subject so wide that the next question is: which part?"""

GENERIC_OUTCOMES = _words(
    """
    learning learn progress attainment achievement achieve results result outcomes outcome grades grade scores score marks
    mark performance work skill skills knowledge understanding understand ability abilities standard standards level levels
    gap gaps experience success quality rate rates development potential improvement improvements difference gains academic
    educational overall general better good best more most higher greater faster quicker well much less fewer needs need
    expectation expectations target targets gcse gcses a-level sats exam exams examination examinations test tests assessment
    assessments curriculum lesson lessons classroom school schools teaching education difficulties things thing way ways areas
    area aspects aspect topics subject subjects teach taught quickly successfully effectively term terms half autumn spring
    summer week weeks year years month months day days september october november december january february march april june
    july morning afternoon
    underachieve underachieving underachievement link relationship correlation errors error mistakes mistake misconceptions daily weekly
    regular regularly catch mat trust plan priority whole throughout department primary secondary long national faculty world life real
    lose loses lost losing forget forgets struggle struggles persist accurately fluently confidently correctly independently lowest
    highest twelve accuracy track
    about made introducing difficult difficulty hard easy prefer set sets learner learners pupil child children student
    """
)
"""Words that stay when nothing has been said about which part of a subject."""

FUNCTION_WORDS = _words(
    """
    a an and any are as at be been being best both but by can could did do does during each even every for from get give given
    had has have having help helps her here his how i if in into is it its just know less make makes may me might mine must my
    no not of off on once one only or other our ours out over own per shall she he should since so some such than that the
    their theirs them then there these they this those through to too under until up upon us use used uses using very via want
    was we were what when where whether which while who whom whose why will with within without would you your also all across
    after again against among around because before between further ask asked enough able show shows different same new order
    while whilst despite yet still often rather find think feel see view respond affect impact improve improves raise increase
    benefit support supports effective effectiveness like two three four five six become becoming take takes taking put let
    keep keeps need needs look
    """
)
"""Words that name no part of any subject."""

ENGLISH_MARKERS = _words(
    """
    the of and to how what which does do is are can could we our for with that this their pupils pupil students children who
    when why will would should using use improve learning year class from my in on by be it or as at i you they them these
    those boys girls teachers have has not more than better help whether where impact effect work
    understand know show find make read write learn
    """
)
AMBIGUOUS_MARKERS = frozenset(
    _words(
        """
        in on i as at do is be can will or my to use it we who has by of for class does them
        """
    )
)
"""Markers that other languages share; they count only beside plainer ones."""

POLICY_WORDS = (
    "priority", "priorities", "improvement plan", "development plan", "action plan", "school plan", "sip", "sdp", "sef", "asip",
    "dip", "ofsted",
    "estyn", "hmie", "hmi", "education scotland", "eti", "isi", "inspection", "inspectors", "inspector", "policy", "policies",
    "governors",
    "governing body", "trust's", "the trust", "multi-academy trust", "academy trust", "local authority", "consortium", "slt",
    "senior leadership", "senior leaders", "headteacher", "head teacher", "performance management", "appraisal",
    "department for education", "dfe",
    "white paper", "key issue", "key issues", "school vision", "our vision", "trust vision", "mission statement", "school strategy",
    "literacy strategy", "numeracy strategy", "our strategy", "strategic", "initiative", "target 1",
    "whole-school focus", "whole school focus", "department's focus", "departmental focus", "faculty focus", "npq", "npqsl",
    "npqml", "npqll",
    "masters", "ma dissertation", "pgce", "ect", "cpd", "inset", "school focus", "national strategy", "recovery plan",
    "catch-up funding", "pupil premium strategy", "pedagogy focus", "curriculum for excellence", "raise online", "fft", "progress 8",
)  # fmt: skip
"""Words that mark a clause as being about plans and policy, not about the question."""

TOO_BIG = (
    "across our trust", "across the multi-academy trust", "across our multi-academy trust", "across our department",
    "across our federation",
    "across the school", "across our school", "across the whole school", "across the curriculum", "across all subjects",
    "across key stage*",
    "across the key stage", "across ks*", "across the trust", "across the federation", "across the department", "across the academy",
    "whole school", "whole-school", "throughout the school", "throughout school", "in every subject", "in all subjects",
    "every subject", "all subjects",
    "every lesson", "in every class", "in all classes", "in all lessons", "all year groups", "every year group", "all our pupils",
    "all pupils in the school", "every pupil in the school", "every child in the school", "every pupil", "every child", "all pupils",
    "all students", "all children", "all learners", "in schools", "in the uk", "in england", "in wales", "in scotland",
    "in northern ireland",
    "nationally", "in general", "in society", "standards in our school", "school standards", "education system", "the nation",
    "in this country",
    "social mobility", "in our school", "our school's results", "life chances", "in the long term", "from reception to year 6",
    "from nursery to year 6",
)  # fmt: skip
"""Scopes that no single teacher's enquiry can answer for."""

CONDITIONS = (
    "absence", "attendance", "poor attendance", "poverty", "class size", "class sizes", "sleep", "lack of sleep", "hunger",
    "social media",
    "screen time", "mobile phones", "phones", "gender", "ethnicity", "social class", "background", "home background", "family background",
    "birth month", "being summer-born", "covid", "lockdown", "the pandemic", "anxiety", "weather", "the weather", "bullying", "housing",
    "deprivation", "parental background", "age", "ability", "single-sex schooling",
)  # fmt: skip
"""Things that happen to pupils: nobody can plan to use them."""

NEGATIVE_OUTCOMES = _words(
    """
    errors mistakes misconceptions gaps gap anxiety disruption workload absence misbehaviour slips confusion guessing copying
    disaffection boredom barriers difficulties lateness
    """
)
"""Outcomes of which less is better."""

ABBREVIATIONS = frozenset(
    _words(
        """
        e.g i.e mr mrs ms dr st vs etc approx no yr approx. prof rev
        """
    )
)
