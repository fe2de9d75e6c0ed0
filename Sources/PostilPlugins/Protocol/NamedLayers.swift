import PostilCore
import PostilFormats

/// The layers of a message: names, each with an array of annotations that has not been read yet.
enum NamedLayers {
    /// Reads the array of a message's `layers`; an element without a name or annotations is passed over.
    static func read(_ list: JSONRawValue) throws(AnnotationError) -> [(name: LayerName, annotations: JSONRawValue)] {
        var layers: [(name: LayerName, annotations: JSONRawValue)] = []
        do throws(JSONError) {
            var elements = try list.elements()
            while let element = try elements.next() {
                var name: String?
                var annotations: JSONRawValue?
                var members = try element.members()
                while let member = try members.next() {
                    if member.key.equals("name") { name = try member.value.string() }
                    if member.key.equals("annotations") { annotations = member.value }
                }
                if let name, let annotations { layers.append((LayerName(rawValue: name), annotations)) }
            }
        } catch {
            throw AnnotationError(code: .invalidValue, message: "\"layers\" are not as the protocol has them: \(error)")
        }
        return layers
    }
}
