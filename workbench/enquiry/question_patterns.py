"""The forms that a question can take, as patterns: data for ``question_forms``, in the order they are tried."""

from __future__ import annotations

import re

AUX = r"(?:does|do|did|will|would|can|could|might|may|has|have|is|are|was|were|should|shall)"
BE = r"(?:is|are|was|were|be|been)"
CHANGE = (
    r"(?:improv(?:e|es|ed)|rais(?:e|es|ed)|increas(?:e|es|ed)|boost(?:s|ed)?|enhanc(?:e|es|ed)|develops?|supports?|affects?|"
    r"affected|influences?|"
    r"impacts?|impacted|leads? to|led to|results? in|resulted in|contributes? to|makes? (?:a|any|the|enough|much|"
    r"some)\s+(?:\w+ )?difference|"
    r"ha(?:ve|s|d) (?:an?|any|the|some)\s+(?:\w+ )?(?:impact|effect|influence|benefit)|accelerates?|developed|supported|"
    r"strengthened|deepened|reduced|closed|narrowed|accelerated|widened|broadened|"
    r"transformed|changed|made|meant|brought about|widens?|broadens?|closes?|narrows?|reduces?|"
    r"strengthens?|deepens?|"
    r"promotes?|encourages?|motivates?|engages?|enables?|allows?|helps?|benefits?|causes?|produces?|ensures?|means?|raises?|makes?|"
    r"fosters?|extends?|builds?|aids?|facilitates?|secures?|speeds? up|overcomes?|stops?|prevents?|changes?|transforms?|outperforms?|"
    r"pays? off|works?|worked|matters?|mattered|gets?|boosts?|lifts?|quickens?|stretch(?:es)?|challenges?|stimulates?|cuts?|lowers?|"
    r"address(?:es)?|worsens?|harms?|hinders?|damages?|limits?|encouraged|helped)"
)
CHANGE_RE = re.compile(rf"(?<![\w'-]){CHANGE}(?![\w'-])", re.IGNORECASE)
NOUNS_TOO = frozenset("support work change increase boost benefit impact challenge stretch works supports influence aid changes".split())
BEFORE_NOUN = frozenset(
    "extra more additional adult peer one-to-one 1:1 group the of and or in a an our my this specialist pair paired".split()
)
EFFECTIVE = (
    r"(?:any\s+good|any\s+use|effective|useful|helpful|beneficial|successful|worthwhile|valuable|worth\s+(?:it|the\s+\w+|doing)|"
    r"powerful|impactful|good|"
    r"the\s+(?:best|right)\s+way|"
    r"(?:an?|the)\s+(?:\w+\s+)?(?:effective|useful|good|successful|better|best|valuable)\s+(?:way|means|method|strategy|tool|"
    r"approach|intervention|technique|resource))"
)
WE = r"(?:we|i|our (?:team|department|school|year team)|teachers|the department|staff|you|tas|teaching assistants|subject leaders)"
PUPILS = (
    r"(?:pupils|students|children|learners|boys|girls|they|my\s+class|our\s+class|"
    r"(?:(?:my|our|the)\s+)?(?:year\s*\d+\w*|reception|nursery|[ps]\d|\d{1,2}[a-z]\d?|set\s+\d)(?:'s)?(?:\s+(?:class|set|group|"
    r"pupils|students|children|boys|girls))?|"
    r"(?:our|my|the|these|those|some|all|most|eal|send|sen|fsm|pp|younger|older)\s+(?:\w+\s+){0,3}(?:pupils|students|children|"
    r"learners|boys|girls))"
)
# "Do Year 8 pupils use …": the pupils have a verb of their own, so what follows is not what changes them.
PUPILS_DO = re.compile(
    rf"{PUPILS}\s+(?!(?:pupils|students|children|learners|boys|girls|class|set|group|who|whose|with|without|in|from|of|that|and|or|"
    rf"at|on|under|for)\b|\w+(?:ing|ed)\b|{CHANGE})\w+",
    re.IGNORECASE,
)


def _rx(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


LEAD_IN = _rx(
    r"^\W*(?:(?:hi|hello|hey|help|sorry|not sure|bit of|a bit of|maybe|just wondering|thinking|this may|"
    r"probably)\b[^?]{0,120}?(?=\b(?:how|what|which|why|does|do|can|is|are) \w)|"
    r"(?:my|our|the) (?:enquiry |research |main |key )?question (?:is|was)(?: this)?\s*[:,-]?|"
    r"(?:(?:i|we)(?: would like| want| wish| hope| plan| aim| intend| am hoping| are hoping| am trying| need|'d like| was wondering)|"
    r"id like)(?: to)? (?:to )?"
    r"(?:know|find out|see|investigate|explore|test|discover|look at|study|establish|understand|ask|(?:prove|show|demonstrate)(?= that))"
    r"\s*(?:if|whether|that)?|"
    r"to (?:find out|see|investigate|test|establish|determine|explore)(?: if| whether)?|"
    r"(?:to |we will |i will )?(?:show|prove|demonstrate|establish|confirm|measure|evaluate|assess|test|determine|judge|find out|check) "
    r"(?:that|if|whether|how far|how much|the extent to which|(?=the (?:impact|effect)))|(?:(?:i|we) wonder|wondering)(?: if| whether)?|"
    r"(?:an? )?(?:investigation|enquiry|study|exploration|inquiry) (?:into|of|to (?:see|find out))(?: if| whether)?|"
    r"(?:and|so|but|now|then|also|specifically|therefore)\b,?|"
    r"(?:is it (?:true|the case)|is there (?:any )?(?:evidence|proof)|do you think)(?: that)?|whether(?: or not)?|"
    r"enquiry question\s*[:-]?|question\s*\d*\s*[:.-]|q\d*\s*[:.-]|\d+\s*[.):])\s*"
)

HOW_WE = _rx(
    r"^\W*(?:in what ways?|how|how best|in which ways|by what means|what can|what could|what might|what should|what will|"
    r"where and how|when and how)"
    rf" ?(?:best |well |far |else |effectively |most effectively )?(?:can|could|might|may|should|do|will|would|shall|are|am|is|have|"
    rf"did)? ?{WE}\b(?P<y>.*)$"
)
HOW_ANY = _rx(r"^\W*(?:and )?(?:how|how best|in what ways?|in which ways) (?:best )?(?:can|could|might|may|should) (?P<rest>.+)$")
HOW_PASSIVE = _rx(
    r"^\W*(?:how|how best|in what ways?) (?:best )?(?:can|could|might|may|should|will|would) (?P<x>.+?) (?:best )?be (?:best )?"
    r"(?P<v>helped|used|supported|taught|encouraged|improved|raised|developed|strengthened|enabled|extended|challenged|deepened|"
    r"reduced|increased|motivated)"
    r"\b(?P<y>.*)$"
)
CAN_WE = _rx(rf"^\W*(?:can|could|might|may|are|will|would|do|did|have) {WE}\b(?P<y>.*)$")
SHOULD = _rx(rf"^\W*(?:should|shall|ought) {WE}\b(?P<x>.*)$")
IS_FAIR = _rx(
    r"^\W*(?:is|are|was|were|isn't|aren't|do|does) (?P<x>.+?) (?:really |too |all )?(?:fair|unfair|right|wrong|acceptable|justified|"
    r"good value|ethical|too strict|"
    r"the right thing(?: to do)?|deserve\b.*)$"
)
IS_IT_RIGHT = _rx(
    r"^\W*(?:is|isn't|would|was) it (?:be )?(?:really )?(?:right|fair|ok|okay|wrong|good|better|best|worth|worthwhile|sensible|a "
    r"good idea|time|acceptable|important)\b(?! (?:true|that)\b)"
)
WHY = _rx(r"^\W*why\b")
BEST = _rx(
    r"^\W*(?:what(?: is|'s| are| would be| might be)? the (?:best|most effective|right|ideal|optimal|most efficient) (?:way|ways|"
    r"method|methods|approach|approaches|"
    r"strategy|strategies|means|practice|intervention|interventions|resources?|\w+ (?:scheme|programme|app|book|method|approach)|"
    r"schemes?|programmes?|apps?|"
    r"books?|order|length|size|model|tool)|what works(?: best)?|"
    r"(?:which|what) (?!extent|do\b|does|did|can|is\b)(?:\w+ ){1,5}?(?:is|are|works?|work|would be|gets?|makes?|has|"
    r"have) (?:the )?(?:best|better|most|more effective|more|biggest|greatest)\b"
    r"|which (?:is|are|works?) (?:the )?(?:best|better|more effective|most effective)|(?:which|what) (?!extent|do\b|does|did|can|"
    r"is\b)(?:\w+ ){1,4}?(?:most )?(?:effectively )?"
    r"(?:improves?|raises?|boosts?|increases?|helps? most|has the (?:biggest|greatest|most) \w+))"
)
LINK = _rx(
    r"^\W*(?:(?:(?:what|is|are|how \w+)(?: is| are)?(?: there)? )?(?:the |an? |any )?(?:\w+ )?(?:relationship|correlation|links?|"
    r"association|"
    r"connection) between\b|(?:is|are|was|how|does|do|to what extent)\b(?! (?:the )?(?:pupils|students|children|learners|"
    r"they)\b)[^,?]*?\b(?:linked|related|correlated|"
    r"connected|associated) (?:to|with)\b|(?:does|do|how far does|to what extent does)\b(?! (?:pupils|students|children|they|"
    r"year)\b)[^,?]*?\bdepends? on\b)"
)
IS_DOING = _rx(
    r"^\W*(?:is|are|was|were|has|have|had) (?P<x>.+?) (?:been )?(?P<v>improving|raising|helping|working|making a difference|having an "
    r"impact|having any impact|having an effect|closing|boosting|increasing|narrowing|paying off|lifting|driving|accelerating|supporting|"
    r"having the desired \w+)\b(?P<y>.*)$"
)
THAN_THOSE = _rx(
    r"^\W*(?:does|do|did|are|is|will|would|have|has|can) (?P<p>[^,?]{2,60}?) (?P<k>who|whose|that are|taught|given|in groups?|using|"
    r"with|when|having|led by) (?P<x>[^,?]+?) "
    r"(?P<v>do|does|make|makes|get|gets|score|scores|achieve|achieves|learn|learns|perform|performs|progress|remember|remembers|"
    r"attain|attains|"
    r"gain|gains|reach|reaches|recall|show|shows) (?P<y>.*\b(?:better|more|faster|higher|further|greater|quicker|fewer|less|worse|"
    r"lower|deeper)\b.*)$"
)
BETTER_AT = _rx(
    r"^\W*(?:is|are|was|were|will|would) (?P<p>[^,?]{2,60}?) (?:who|whose|that|taught|given|in groups?|using|with|having|led by) "
    r"(?P<x>[^,?]+?) "
    r"(?:be )?(?P<v>better|worse|stronger|faster|more \w+) (?:at|in|with|on|when|readers|writers|spellers)? ?(?P<y>.*)$"
)
DIFFERENT_BY = _rx(
    r"^\W*(?:is|are|was|were) there (?:any |an? )?(?:significant |real )?differences? (?:in|between) (?P<x>.+?\b(?:who|taught|given|"
    r"with and without|using|"
    r"and those|than)\b.+)$"
)
_KNOWS = (
    r"(?:know|knows|explain|explains|describe|describes|understand|understands|write|writes|use|uses|recall|recalls|say|says|see|"
    r"name|give|"
    r"tell|find|identify|remember|misread|confuse|think|believe|mean|notice|discuss|spot|define|compare|link)"
)
PUPIL_KNOWS = re.compile(rf"\b{_KNOWS}\b", re.IGNORECASE)
IMPACT_OF = _rx(
    r"\b(?:impacts?|effects?|influences?|effectiveness|benefits?|value|efficacy|success)\b(?: that| which)? (?:of|from|does|do|did|"
    r"will|would|can|has|have)"
    r" (?P<x>.+?)(?: (?:ha(?:ve|s|d)|make|makes))?(?: (?:on|upon|in|for|to|towards)\b (?P<y>.+))?$"
)
THE_EFFECT = _rx(
    r"^\W*(?:what|how (?:big|large|great|strong)) (?:is|was|are|were|would be|will be|might be|has been) the (?:\w+ "
    r"){0,2}(?P<v>effects?|impact|influence|benefits?|gains?|value)\b(?P<y>.*)$"
)
VERDICT = _rx(
    r"^\W*(?:what (?:role|part|contribution) (?:does|do|did|has|have|will|can)\b|how (?:much|big|great)(?: of)?(?: an?)? "
    r"(?:difference|impact|effect|contribution)\b|"
    r"(?:which|what) (?:\w+ ){0,4}?(?:has|have|had|makes?) (?:the )?(?:more|most|greater|greatest|bigger|biggest) (?:impact|effect|"
    r"influence|difference)\b|"
    r"(?:which|what) (?:is|are|was|would be) (?:the )?(?:more|most|less|least|better|best) (?:effective|useful|helpful|for|at|in|"
    r"when)\b|what(?: is|'s) the secret\b|"
    r"(?:is|are) [^,?]+? or [^,?]+? (?:better|best|more \w+|worse|quicker)\b|(?:is|are|was|were) [^,?]+? the (?:reason|cause)\b|"
    r"(?:has|have|is|are|was) there (?:been )?[^?]* (?:as a result of|because of|thanks to|due to|since we|from using)\b|"
    r"(?:is|are|was|were|could|can|would|might) [^?]* the (?:answer|solution|key) to\b|how (?:far|much) (?:is|are|was|were) [^?]* "
    r"(?:due|down|thanks) to\b|"
    r"(?:is|are|was|were|has|have) [^?]* (?:held back|caused|affected|influenced|hindered|driven) by\b|"
    r"(?:can|could|will) (?:we|i) (?:show|prove|demonstrate) (?:that|how (?:far|much))\b|(?:is|has|are) [^?]* (?:down to|due to|"
    r"thanks to|caused by|the result of)\b)"
)
_SOMEONE = (
    r"(?:pupils?|students?|children|child|learners?|boys|girls|class|set|group|they|we|i|you|anyone|anybody|everyone|nobody|someone|"
    r"any|all|most|some|half|many|each|every|"
    r"both|parents|staff|teachers|adults|tas|leaders|governors|families|it|this|that|there|apprentices|trainees|year|years|yr|y\d+|"
    r"[ps]\d|\d{1,2}\w{1,3}|reception|nursery|"
    r"blwyddyn|a-level|sixth|toddlers|readers|writers|infants|juniors|\w+(?:ists|ians|mers|ers)|work|books|answers|essays|drafts|"
    r"sketchbooks|\w+'s|\w+s')"
)
DOES_A_THING = _rx(
    rf"^\W*(?:does|do|did|will|has|have) (?!(?:the |our |my |these |those |a |any )?(?:[\w-]+ ){{0,2}}?{_SOMEONE}\b)(?P<rest>.+)$"
)
THERE_IS = _rx(
    r"^\W*(?:is|are|was|would) there (?:be )?(?:any |an? |much |some |real )*(?P<v>benefits?|value|point|advantage|gain|impact|"
    r"effect|merit|difference)"
    r" (?:in|to|of|from|for) (?P<x>.+?)(?: (?:on|upon|in|for|to) (?P<y>.+))?$"
)
DIFFERENCE = _rx(
    r"\bwhat(?: kind of| sort of)? difference (?:does|do|did|will|would|can) (?P<x>.+?) makes?(?: (?:to|in|for|on) (?P<y>.+))?$"
)
HOW_EFFECTIVE = _rx(
    r"^\W*how (?:effective|useful|helpful|beneficial|successful|valuable|worthwhile|good|powerful|important|impactful) (?:is|are|"
    r"was|were|can|might|would|has|have)"
    r" (?P<x>.+?)(?: been| be)?(?: (?P<k>in|at|for|as|with|on|when|to|towards)\b (?P<y>.+))?$"
)
IS_EFFECTIVE = re.compile(
    rf"^\W*(?:is|are|was|were|will|would|can|could|might)\s+(?P<x>.+?)\s+(?:be\s+)?(?:really\s+|actually\s+|very\s+|more\s+|most\s+|"
    rf"as\s+)?"
    rf"(?P<v>{EFFECTIVE})(?:\s+(?P<k>in|at|for|as|with|to|of|on|when|towards|than)\b\s+(?P<y>.+))?$",
    re.IGNORECASE,
)
BETTER_THAN = re.compile(
    r"^\W*(?:is|are|does|do|will|would|can|did)\s+(?P<x>.+?)\s+(?:(?:work|works|be|do)\s+)?(?P<v>(?:better|more\s+\w+|worse|faster|"
    r"quicker)\s+than)\s+"
    r"(?P<z>.+?)(?:\s+(?P<k>in|at|for|to|when)\s+(?P<y>.+))?$",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    rf"^\W*{AUX}\s+(?P<y>.+?)\s+(?:be\s+|been\s+|being\s+)?(?P<v>improved|raised|increased|developed|enhanced|supported|helped|"
    rf"affected|influenced|"
    r"strengthened|deepened|reduced|boosted|impacted|accelerated|narrowed|closed|taught\s+better|better\s+supported)\s+(?:by|"
    r"through|with|via|when|if)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
WHEN_IF = re.compile(
    rf"^\W*{AUX}\s+(?P<p>{PUPILS}(?:'s?)?)\s+(?P<y>.+?)\s+(?P<k>when|if|with|through|by|after|because\s+of|as\s+a\s+result\s+of|"
    rf"thanks\s+to|using|once)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
IF_FIRST = re.compile(r"^\W*(?:if|when)\s+(?P<x>.+?),?\s+(?P<aux>will|would|does|do|can|is|are)\s+(?P<y>.+)$", re.IGNORECASE)
GAINS = re.compile(
    r"\b(?:better|more|faster|quicker|further|improve\w*|increase\w*|rise|risen|greater|higher|deeper|longer|fewer|less|progress\w*|"
    r"gain\w*|accelerat\w*|outperform\w*|benefit\w*|develop\w*|succeed|achieve|enjoy)\b",
    re.IGNORECASE,
)
HOW_DOES = re.compile(
    r"^\W*(?:how|to\s+what\s+(?:extent|degree)|how\s+far|how\s+much|how\s+well|in\s+what\s+ways?|how\s+quickly|by\s+how\s+much|why)\s+"
    rf"(?P<rest>{AUX}\s+.+)$",
    re.IGNORECASE,
)
PARTS = re.compile(
    r"(?:,\s*(?:and|but|or)?|\s+(?:and|but))\s+(?=(?:how|what|which|where|when|why)\s+(?:\w+\s+)?(?:do|does|did|is|are|can|could|"
    r"will|would|"
    r"should|might|has|have|was|were|it)\b|(?:what|which)\s+\w+\s+\w+|(?:do|does|did|is|are|can|could|will|would|should)\s+(?:we|i|"
    r"it|they|"
    r"this|that|the|you|our|my|their|\w+ing)\b)",
    re.IGNORECASE,
)
"""Where a second question begins within a sentence."""
SET_FIRST = re.compile(
    r"^\W*(?:with|since|for|in|during|after|before|at|within|on|over|among|once|as|while|by|from|across|using|through)\b[^?]{2,120}?,\s+"
    r"(?=(?:how|what|which|where|do|does|can|is|are|in\s+what)\b)",
    re.IGNORECASE,
)
"""What sets the scene: "With our resit group, how can ..."."""
DESCRIBES = re.compile(
    r"^\W*(?:what|which|where|when|who|whose|why|how|to\s+what\s+extent|how\s+\w+|in\s+what\s+ways?|is|are|was|were|does|do|did|can|"
    r"could|has|have|will|would|might)\b",
    re.IGNORECASE,
)
COMPARES = re.compile(r"\b(?:than|compared\s+(?:to|with)|differences?\s+between|differ)\b", re.IGNORECASE)
CLAIM = re.compile(rf"^(?P<x>.+?)\s+(?:can|will|should)?\s*(?P<v>{CHANGE})(?![\w'-])\s*(?P<y>.*)$", re.IGNORECASE)
