#include "CModels.h"

// Models are embedded so that the program is one file; they are read where they lie.
static const unsigned char segmentation[] = {
#embed "segmentation.model"
};

const void *postil_segmentation_model(void) { return segmentation; }

size_t postil_segmentation_model_size(void) { return sizeof segmentation; }
