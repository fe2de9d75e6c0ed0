@_exported import PostilBatch
@_exported import PostilCore
@_exported import PostilDates
@_exported import PostilEntities
@_exported import PostilFormats
@_exported import PostilNumbers
@_exported import PostilPlugins
@_exported import PostilText
