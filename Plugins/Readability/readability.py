#!/usr/bin/env python3
"""Says how hard each paragraph is to read: Flesch's reading ease, the Flesch-Kincaid grade and what they rest on."""

import re

from postil_plugin import run

WORDS = {"word", "clitic", "number"}
VOWELS = re.compile(r"[aeiouyàâäáãåèéêëìíîïòóôöõùúûü]+")
#: Words whose vowels mislead, by syllables.
EXCEPTIONS = {
    "area": 3, "business": 2, "create": 2, "created": 3, "every": 2, "idea": 3, "ideas": 3, "people": 2, "poem": 2,
    "quiet": 2, "science": 2, "something": 2, "sometimes": 2, "somewhere": 2, "being": 2, "doing": 2, "going": 2,
    "evening": 2, "different": 3, "several": 3, "real": 1, "really": 2, "react": 2, "radio": 3, "video": 3, "via": 2,
}


def syllables(word):
    """The syllables of a word in English, one at least, by its groups of vowels."""
    word = word.lower().strip("'’")
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    if not any(letter.isalpha() for letter in word):
        return 1
    if len(word) > 1 and word.isalpha() and not VOWELS.search(word):
        return 1
    count = len(VOWELS.findall(word))
    if re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouy]le$", word):
        count -= 1
    elif re.search(r"[^aeiouytd]ed$", word) or re.search(r"[^aeiouysxz]es$", word) and not word.endswith(("ches", "shes", "ges", "ces", "les")):
        count -= 1
    if re.search(r"(?:io|ia|iu|eo|ua)(?:us|um|n|r|l|t)?$", word) and not re.search(r"(?:[tsc]ion|[tsc]ial|cious|tious|gion|gious)$", word):
        count += 1
    return max(count, 1)


def score(words, sentence_count):
    """The figures of a stretch with these words in this many sentences."""
    counts = [syllables(word) for word in words]
    words_per_sentence = len(words) / sentence_count
    syllables_per_word = sum(counts) / len(words)
    return {
        "flesch": round(206.835 - 1.015 * words_per_sentence - 84.6 * syllables_per_word, 1),
        "grade": round(0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59, 1),
        "sentences": sentence_count,
        "words": len(words),
        "syllables": sum(counts),
        "words_per_sentence": round(words_per_sentence, 1),
        "syllables_per_word": round(syllables_per_word, 2),
        "long_words": sum(count > 2 for count in counts),
    }


def level(flesch):
    """The name of a reading ease."""
    for bound, name in ((90, "VERY_EASY"), (70, "EASY"), (50, "PLAIN"), (30, "HARD")):
        if flesch >= bound:
            return name
    return "VERY_HARD"


def words_of(tokens):
    """The words among tokens, a clitic joined to the word before it."""
    words = []
    end = None
    for token in tokens:
        if token.type not in WORDS:
            end = None
            continue
        if token.type == "clitic" and token.start == end and words:
            words[-1] += token.text
        else:
            words.append(token.text)
        end = token.end
    return words


def annotate(document):
    sentences, tokens = document.layer("sentences"), document.layer("tokens")
    sentence, token = 0, 0
    for paragraph in document.layer("paragraphs"):
        first_sentence, first_token = sentence, token
        while sentence < len(sentences) and sentences[sentence].end <= paragraph.end:
            sentence += 1
        while token < len(tokens) and tokens[token].end <= paragraph.end:
            token += 1
        words = words_of(tokens[first_token:token])
        if words and sentence > first_sentence:
            figures = score(words, sentence - first_sentence)
            yield document.span(paragraph.start, paragraph.end, level(figures["flesch"]), rule="flesch", **figures)


def explain(document, layer, start, end):
    for found in annotate(document):
        if found.start <= start and end <= found.end:
            figures = found.features
            words = words_of(token for token in document.layer("tokens") if token.inside(found))
            hard = sorted({word for word in words if syllables(word) > 3}, key=lambda word: (syllables(word), word))
            return {
                "summary": f"{found.type}: reading ease {figures['flesch']}, grade {figures['grade']}",
                "start": found.start,
                "end": found.end,
                "reasons": [
                    {
                        "summary": f"{figures['words']} words in {figures['sentences']} sentences",
                        "weight": round(-1.015 * figures["words_per_sentence"], 1),
                    },
                    {
                        "summary": f"{figures['syllables']} syllables, {figures['long_words']} words of three or more",
                        "weight": round(-84.6 * figures["syllables_per_word"], 1),
                    },
                ]
                + ([{"summary": "longest words: " + ", ".join(hard[-5:])}] if hard else []),
            }
    return "no paragraph with words is there"


if __name__ == "__main__":
    run(annotate, explain)
