"""Two libraries that find quotations, run on planted dossiers: a JSON object on standard input, links on standard output.

{"peer": "rapidfuzz" | "text-matcher", "texts": [...]} -> [[a, a_start, a_end, b, b_start, b_end], ...]: documents and characters.
Both are run as their documentation does; `score_cutoff` of rapidfuzz is the best of 70, 75, ... 90 on planted Dutch debates.
"""

import contextlib
import io
import itertools
import json
import re
import sys

MARKED = re.compile("[„“”\"«‚‘']\\s?([^„“”\"«»‚]{8,600}?)\\s?[”“\"»’']")
STOPWORDS = (
    "i me my we our you your he him his she her it its they them their what which who this that these those am is are was "
    "were be been being have has had do does did a an the and but if or because as until while of at by for with about "
    "against between into through during before after above below to from up down in out on off over under again then "
    "once here there when where why how all any both each few more most other some such no nor not only own same so than "
    "too very can will just don should now"
).split()


def rapidfuzz(texts):
    from rapidfuzz import fuzz

    found = []
    for b, text in enumerate(texts):
        for quotation in MARKED.finditer(text):
            best = None
            for a, source in enumerate(texts):
                if a == b:
                    continue
                one = fuzz.partial_ratio_alignment(quotation.group(1), source, score_cutoff=80)
                if one and (best is None or one.score > best[0]):
                    best = (one.score, [a, one.dest_start, one.dest_end, b, quotation.start(1), quotation.end(1)])
            if best:
                found.append(best[1])
    return found


def text_matcher(texts):
    import nltk

    class Corpus:
        class stopwords:
            words = staticmethod(lambda _: STOPWORDS)

    nltk.corpus = Corpus
    from text_matcher.matcher import Matcher, Text

    found = []
    read = [Text(text, str(index)) for index, text in enumerate(texts)]
    for a, b in itertools.combinations(range(len(texts)), 2):
        with contextlib.redirect_stdout(io.StringIO()):
            matcher = Matcher(read[a], read[b])
            matcher.match()
        for (a_start, a_end), (b_start, b_end) in zip(matcher.locationsA, matcher.locationsB):
            found.append([a, a_start, a_end, b, b_start, b_end])
    return found


question = json.load(sys.stdin)
answer = {"rapidfuzz": rapidfuzz, "text-matcher": text_matcher}[question["peer"]](question["texts"])
json.dump(answer, sys.stdout)
