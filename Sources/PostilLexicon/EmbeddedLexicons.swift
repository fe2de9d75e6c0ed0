import CModels

/// The compiled lexicons that are part of the program.
enum EmbeddedLexicons {
    /// The names.
    static var names: LexiconBytes {
        LexiconBytes(embedded: UnsafeRawBufferPointer(start: postil_gazetteer(), count: postil_gazetteer_size()))
    }

    /// The word classes.
    static var wordClasses: LexiconBytes {
        LexiconBytes(
            embedded: UnsafeRawBufferPointer(start: postil_word_classes(), count: postil_word_classes_size())
        )
    }

    /// The classes of lower-cased words.
    static var contextClasses: LexiconBytes {
        LexiconBytes(
            embedded: UnsafeRawBufferPointer(start: postil_context_classes(), count: postil_context_classes_size())
        )
    }
}
