import Postil

/// How a person names a place or an annotation of the document.
enum Reference: Hashable {
    /// The annotation that is shown with this number.
    case number(Int)
    /// An annotation by its number in its layer, from 1.
    case member(LayerName, Int)
    /// All that is at an offset.
    case offset(Int)
    /// A stretch of text.
    case span(Int, Int)

    /// What usage lines call a reference.
    static let placeholder = "WHERE"

    /// What the forms are, for messages.
    static let forms = "N, @OFFSET, FROM:TO or LAYER:N"

    /// Reads a reference: `3`, `@12`, `12:24` or `tokens:5`.
    init?(_ word: String) {
        if let number = Int(word) {
            self = .number(number)
        } else if word.hasPrefix("@"), let offset = Int(word.dropFirst()) {
            self = .offset(offset)
        } else if let colon = word.lastIndex(of: ":"), let second = Int(word[word.index(after: colon)...]) {
            let first = String(word[..<colon])
            if let start = Int(first) {
                self = .span(start, second)
            } else if !first.isEmpty {
                self = .member(LayerName(rawValue: first), second)
            } else {
                return nil
            }
        } else {
            return nil
        }
    }
}

extension Session {
    /// The layer called `name`; the first letters are enough where no other layer begins so.
    func layerName(_ name: String) throws(CommandError) -> LayerName {
        let names = try document().layerNames
        if let exact = names.first(where: { $0.rawValue == name }) { return exact }
        let fitting = names.filter { $0.rawValue.hasPrefix(name) && !name.isEmpty }
        if let only = fitting.first, fitting.count == 1 { return only }
        let listed = (fitting.isEmpty ? names : fitting).map(\.rawValue).joined(separator: ", ")
        throw .failed("there is no layer '\(name)': the document has \(listed)")
    }

    /// The span from `start` to `end`, in the session's unit.
    func span(from start: Int, to end: Int) throws(CommandError) -> Span {
        let document = try document()
        let map = OffsetMap(text: document.text, unit: state.settings.unit)
        guard start <= end, let first = UInt32(exactly: start).flatMap(map.byteOffset),
            let last = UInt32(exactly: end).flatMap(map.byteOffset), first <= last
        else {
            let length = map.offset(of: UInt32(clamping: document.text.count))
            throw .failed("\(start):\(end) is no place in the text, which ends at \(length)")
        }
        return Span(start: first, end: last)
    }

    /// The byte at `offset`, in the session's unit.
    func byteOffset(_ offset: Int) throws(CommandError) -> UInt32 {
        let document = try document()
        let map = OffsetMap(text: document.text, unit: state.settings.unit)
        guard let byte = UInt32(exactly: offset).flatMap(map.byteOffset) else {
            let length = map.offset(of: UInt32(clamping: document.text.count))
            throw .failed("\(offset) is no offset of the text, which ends at \(length)")
        }
        return byte
    }

    /// The annotations that `word` names, of the shown layers or of `layer` alone.
    ///
    /// - Throws: ``CommandError`` where there is none, or where the one that `word` numbers is of another layer.
    func annotations(_ word: String, in layer: LayerName? = nil) throws(CommandError) -> [LayerAnnotation] {
        guard let reference = Reference(word) else {
            throw .usage("'\(word)' names nothing: write \(Reference.forms)")
        }
        let document = try document()
        let layers = layer.map { [$0] } ?? state.shownLayers
        var places: [AnnotationPlace] = []
        switch reference {
        case .number(let number):
            let numbers = try numbers()
            guard numbers.places.indices.contains(number - 1) else {
                throw .failed("there is no annotation \(number): \(Session.range(of: numbers.places.count))")
            }
            places = [numbers.places[number - 1]]
            if let layer, places[0].layer != layer {
                throw .failed(
                    "annotation \(number) is of '\(places[0].layer)'; \(layer):\(number) names one of '\(layer)'"
                )
            }
        case .member(let name, let number):
            let name = try layerName(name.rawValue)
            let count = document.layer(name)?.spans.count ?? 0
            guard number >= 1, number <= count else {
                throw .failed("there is no annotation \(name):\(number): \(Session.range(of: count))")
            }
            places = [AnnotationPlace(layer: name, position: number - 1)]
        case .offset(let offset):
            let byte = try byteOffset(offset)
            places = self.places(of: layers, in: document) { $0.contains(offset: byte) }
            if places.isEmpty { throw .failed("no annotation of \(Session.list(layers)) covers offset \(offset)") }
        case .span(let start, let end):
            let span = try span(from: start, to: end)
            places = self.places(of: layers, in: document) { $0 == span }
            if places.isEmpty {
                throw .failed(
                    "no annotation of \(Session.list(layers)) is exactly at \(start):\(end); "
                        + ".whynot \(start):\(end) LAYER says why"
                )
            }
        }
        return places.compactMap {
            LayerAnnotation(document: document, layerName: $0.layer, position: $0.position)
        }
    }

    private func places(
        of layers: [LayerName],
        in document: Document,
        where isWanted: (Span) -> Bool
    ) -> [AnnotationPlace] {
        layers.flatMap { name in
            (document.layer(name)?.spans ?? []).enumerated().filter { isWanted($0.element) }
                .map { AnnotationPlace(layer: name, position: $0.offset) }
        }
    }

    private static func range(of count: Int) -> String {
        count == 0 ? "there are none" : "they go from 1 to \(count)"
    }

    /// Layers as a sentence names them.
    static func list(_ layers: [LayerName]) -> String {
        switch layers.count {
        case 0: "the layers that are shown (none)"
        case 1: "'\(layers[0])'"
        default: layers.map { "'\($0)'" }.dropLast().joined(separator: ", ") + " or '\(layers[layers.count - 1])'"
        }
    }
}
