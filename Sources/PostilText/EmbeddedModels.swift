import CModels
import PostilLearning

/// The models that are part of the program.
enum EmbeddedModels {
    /// The model of sentence boundaries.
    static var segmentation: ModelBytes {
        ModelBytes(
            embedded: UnsafeRawBufferPointer(
                start: postil_segmentation_model(),
                count: postil_segmentation_model_size()
            )
        )
    }

    /// The model of parts of speech.
    static var tagger: ModelBytes {
        ModelBytes(embedded: UnsafeRawBufferPointer(start: postil_tagger_model(), count: postil_tagger_model_size()))
    }

    /// The lexicon of tags.
    static var tagLexicon: ModelBytes {
        ModelBytes(embedded: UnsafeRawBufferPointer(start: postil_tag_lexicon(), count: postil_tag_lexicon_size()))
    }

    /// The table of lemmas.
    static var lemmas: ModelBytes {
        ModelBytes(embedded: UnsafeRawBufferPointer(start: postil_lemma_table(), count: postil_lemma_table_size()))
    }
}
