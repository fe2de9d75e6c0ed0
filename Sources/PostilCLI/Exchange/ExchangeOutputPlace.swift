import Postil

/// Where documents of a format go, as `--output` says.
struct ExchangeOutputPlace {
    let format: any ExchangeFormat
    /// The file or folder; nil for standard output.
    let path: String?

    /// Whether the path is a folder: formats with one document a file have one, unless the name is that of a file.
    var isFolder: Bool {
        guard format.layout.isFilePerDocument, let path, path != "-" else { return false }
        return format.suffixes.count > 1 || !path.hasSuffix(format.suffix)
    }

    /// What is wrong with the path; nil for nothing.
    var problem: String? {
        guard format.suffixes.count > 1, path == nil || path == "-" else { return nil }
        return "\(format.title) has \(format.suffixes.count) files for each document: name a folder by --output."
    }

    /// Runs `body` with the target and completes the output.
    ///
    /// - Parameters:
    ///   - stop: What ends a run early; what was written by then stays beside the wanted name, ending in `.partial`.
    /// - Returns: Where an incomplete output is.
    func withTarget(stop: StopSignal, _ body: (ExchangeTarget) throws(StreamError) -> Void) throws -> String? {
        struct Written: OutputResult {
            let state: OutputState
        }
        guard isFolder, let path else {
            return try OutputTarget(path: path).withSink { sink throws(StreamError) in
                let target = ExchangeTarget(sink, format: format)
                try body(target)
                try target.finish()
                return Written(state: stop.signal == nil ? .complete : .partial)
            }.partialPath
        }
        do throws(StreamError) {
            try body(ExchangeTarget(folder: path, format: format))
        } catch {
            throw CommandFailure(.outputFailed, "\(error)")
        }
        return nil
    }
}
