#include "CModels.h"

// Models are embedded so that the program is one file; they are read where they lie.
static const unsigned char segmentation[] = {
#embed "segmentation.model"
};

const void *postil_segmentation_model(void) { return segmentation; }

size_t postil_segmentation_model_size(void) { return sizeof segmentation; }

_Alignas(64) static const unsigned char word_classes[] = {
#embed "words.classes"
};

const void *postil_word_classes(void) { return word_classes; }

size_t postil_word_classes_size(void) { return sizeof word_classes; }

_Alignas(64) static const unsigned char context_classes[] = {
#embed "contexts.classes"
};

const void *postil_context_classes(void) { return context_classes; }

size_t postil_context_classes_size(void) { return sizeof context_classes; }

_Alignas(64) static const unsigned char tagger[] = {
#embed "tagger.model"
};

const void *postil_tagger_model(void) { return tagger; }

size_t postil_tagger_model_size(void) { return sizeof tagger; }

_Alignas(64) static const unsigned char tag_lexicon[] = {
#embed "tags.lexicon"
};

const void *postil_tag_lexicon(void) { return tag_lexicon; }

size_t postil_tag_lexicon_size(void) { return sizeof tag_lexicon; }

_Alignas(64) static const unsigned char lemma_table[] = {
#embed "lemmas.table"
};

const void *postil_lemma_table(void) { return lemma_table; }

size_t postil_lemma_table_size(void) { return sizeof lemma_table; }

_Alignas(64) static const unsigned char gazetteer[] = {
#embed "gazetteer.lexicon"
};

const void *postil_gazetteer(void) { return gazetteer; }

size_t postil_gazetteer_size(void) { return sizeof gazetteer; }

static const unsigned char sentiment[] = {
#embed "sentiment.model"
};

const void *postil_sentiment_model(void) { return sentiment; }

size_t postil_sentiment_model_size(void) { return sizeof sentiment; }

static const unsigned char sentiment_lexicon[] = {
#embed "sentiment.lexicon"
};

const void *postil_sentiment_lexicon(void) { return sentiment_lexicon; }

size_t postil_sentiment_lexicon_size(void) { return sizeof sentiment_lexicon; }

_Alignas(64) static const unsigned char entities[] = {
#embed "entities.model"
};

const void *postil_entities_model(void) { return entities; }

size_t postil_entities_model_size(void) { return sizeof entities; }
