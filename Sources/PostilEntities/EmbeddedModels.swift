import CModels
import PostilLearning

/// The models that are part of the program.
enum EmbeddedModels {
    /// The model of names.
    static var entities: ModelBytes {
        ModelBytes(
            embedded: UnsafeRawBufferPointer(start: postil_entities_model(), count: postil_entities_model_size())
        )
    }
}
