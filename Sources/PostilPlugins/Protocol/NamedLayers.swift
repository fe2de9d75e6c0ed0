import PostilCore
import PostilFormats

/// The layers of a message: names, each with an array of annotations that has not been read yet.
enum NamedLayers {
    /// Reads the array of a message's `layers`; an element without a name or annotations is passed over.
    static func read(_ list: JSONRawValue) throws(AnnotationError) -> [(name: LayerName, annotations: JSONRawValue)] {
        guard list.kind == .array else {
            let message = "\"layers\" is \(list.kind.name), it has to be an array"
            throw AnnotationError(code: .invalidValue, message: message)
        }
        var layers: [(name: LayerName, annotations: JSONRawValue)] = []
        var cursor = JSONCursor(list)
        cursor.enter()
        while cursor.nextElement() {
            guard cursor.kind == .object else {
                cursor.skip()
                continue
            }
            var name: String?
            var annotations: JSONRawValue?
            cursor.enter()
            while let key = cursor.nextKey() {
                let value = cursor.value()
                if key.equals("name") { name = try? value.string() }
                if key.equals("annotations") { annotations = value }
            }
            if let name, let annotations { layers.append((LayerName(rawValue: name), annotations)) }
        }
        return layers
    }
}
