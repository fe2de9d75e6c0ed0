#ifndef POSTIL_CMODELS_H
#define POSTIL_CMODELS_H

#include <stddef.h>

/// The bytes of the model of sentence boundaries; they live as long as the program.
const void *postil_segmentation_model(void);

/// How many they are.
size_t postil_segmentation_model_size(void);

/// The bytes of the word classes; they live as long as the program.
const void *postil_word_classes(void);

/// How many they are.
size_t postil_word_classes_size(void);

/// The bytes of the classes of lower-cased words; they live as long as the program.
const void *postil_context_classes(void);

/// How many they are.
size_t postil_context_classes_size(void);

/// The bytes of the model of parts of speech; they live as long as the program.
const void *postil_tagger_model(void);

/// How many they are.
size_t postil_tagger_model_size(void);

/// The bytes of the lexicon of tags; they live as long as the program.
const void *postil_tag_lexicon(void);

/// How many they are.
size_t postil_tag_lexicon_size(void);

/// The bytes of the table of lemmas; they live as long as the program.
const void *postil_lemma_table(void);

/// How many they are.
size_t postil_lemma_table_size(void);

/// The bytes of the lexicon of names; they live as long as the program.
const void *postil_gazetteer(void);

/// How many they are.
size_t postil_gazetteer_size(void);

/// The bytes of the model of sentiment; they live as long as the program.
const void *postil_sentiment_model(void);

/// How many they are.
size_t postil_sentiment_model_size(void);

/// The bytes of the lexicon of sentiment; they live as long as the program.
const void *postil_sentiment_lexicon(void);

/// How many they are.
size_t postil_sentiment_lexicon_size(void);

/// The bytes of the model of names; they live as long as the program.
const void *postil_entities_model(void);

/// How many they are.
size_t postil_entities_model_size(void);

#endif
