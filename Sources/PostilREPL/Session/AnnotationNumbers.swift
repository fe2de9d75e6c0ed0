import PostilCore

/// An annotation's place in a document.
struct AnnotationPlace: Hashable, Sendable {
    let layer: LayerName
    let position: Int
}

/// Numbers the annotations of some layers from 1 in document order, as the views show them.
struct AnnotationNumbers {
    /// The places, by number less one.
    let places: [AnnotationPlace]

    private let numbers: [LayerName: [Int]]

    /// Numbers the layers `names` of `document`. Of annotations with equal spans those of the layer named
    /// first come first.
    ///
    /// - Complexity: O(n k) for n annotations in k layers.
    init(_ document: Document, layers names: [LayerName]) {
        let layers = names.compactMap { name in document.layer(name).map { (name, $0.spans) } }
        var next = Array(repeating: 0, count: layers.count)
        var places: [AnnotationPlace] = []
        places.reserveCapacity(layers.reduce(0) { $0 + $1.1.count })
        var numbers = Array(repeating: [Int](), count: layers.count)
        while true {
            var best: Int?
            for index in layers.indices where next[index] < layers[index].1.count {
                guard let chosen = best else {
                    best = index
                    continue
                }
                if layers[index].1[next[index]] < layers[chosen].1[next[chosen]] { best = index }
            }
            guard let best else { break }
            places.append(AnnotationPlace(layer: layers[best].0, position: next[best]))
            numbers[best].append(places.count)
            next[best] += 1
        }
        self.places = places
        self.numbers = Dictionary(zip(layers.map(\.0), numbers)) { first, _ in first }
    }

    /// The number of an annotation; nil where its layer is not numbered.
    func number(of position: Int, in layer: LayerName) -> Int? {
        guard let numbers = numbers[layer], numbers.indices.contains(position) else { return nil }
        return numbers[position]
    }
}
