@_exported import PostilCore
@_exported import PostilText
