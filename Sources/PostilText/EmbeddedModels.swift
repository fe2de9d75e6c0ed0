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
}
