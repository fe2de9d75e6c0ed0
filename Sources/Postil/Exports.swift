@_exported import PostilBatch
@_exported import PostilCore
@_exported import PostilDates
@_exported import PostilFormats
@_exported import PostilLexicon
@_exported import PostilNumbers
@_exported import PostilPlugins
@_exported import PostilText
