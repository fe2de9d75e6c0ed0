/// Checks annotators against each other and puts them in order.
struct PipelinePlan {
    private var steps: [any Annotator]
    private var providers: [LayerName: Int] = [:]

    init(steps: [any Annotator], available: [any Annotator]) throws(PipelineError) {
        self.steps = []
        for step in steps { try add(step) }
        try addPrerequisites(from: available)
        try checkTypes()
    }

    /// The steps, each behind those whose layers it needs; otherwise in the order in which they were
    /// named.
    func ordered() throws(PipelineError) -> [any Annotator] {
        var ordered: [any Annotator] = []
        var placed: Set<Int> = []
        while placed.count < steps.count {
            let ready = steps.indices.first { index in
                !placed.contains(index)
                    && steps[index].requires.allSatisfy { key in
                        providers[key.name].map(placed.contains) ?? false
                    }
                    && steps[index].consults.allSatisfy { key in
                        providers[key.name].map(placed.contains) ?? true
                    }
            }
            guard let ready else { throw cycle(among: steps.indices.filter { !placed.contains($0) }) }
            placed.insert(ready)
            ordered.append(steps[ready])
        }
        return ordered
    }

    private mutating func add(_ step: any Annotator) throws(PipelineError) {
        if steps.contains(where: { $0.name == step.name }) {
            throw PipelineError(
                code: .twoProviders,
                message: "'\(step.name)' is named twice: name it once"
            )
        }
        for (index, key) in step.provides.enumerated() {
            if step.provides[..<index].contains(where: { $0.name == key.name }) {
                throw PipelineError(
                    code: .twoProviders,
                    message: "'\(step.name)' declares the layer '\(key.name)' twice: name it once in 'provides'"
                )
            }
            if let earlier = providers[key.name] {
                throw PipelineError(
                    code: .twoProviders,
                    message: "'\(steps[earlier].name)' and '\(step.name)' both provide the layer '\(key.name)': "
                        + "leave one of them out"
                )
            }
            providers[key.name] = steps.count
        }
        steps.append(step)
    }

    private mutating func addPrerequisites(from available: [any Annotator]) throws(PipelineError) {
        var index = 0
        while index < steps.count {
            for key in steps[index].requires where providers[key.name] == nil {
                let offer = available.first { $0.provides.contains { $0.name == key.name } }
                guard let offer else { throw noProvider(of: key, for: steps[index], among: available) }
                try add(offer)
            }
            for key in steps[index].consults where providers[key.name] == nil {
                if let offer = available.first(where: { $0.provides.contains { $0.name == key.name } }) {
                    try add(offer)
                }
            }
            index += 1
        }
    }

    private func checkTypes() throws(PipelineError) {
        var declared: [LayerName: (type: any LayerValue.Type, step: AnnotatorName)] = [:]
        for step in steps {
            for key in step.provides + step.requires + step.consults {
                guard let type = key.valueType else { continue }
                guard let earlier = declared[key.name] else {
                    declared[key.name] = (type, step.name)
                    continue
                }
                guard earlier.type == type else {
                    let types = PipelinePlan.names(of: earlier.type, and: type)
                    throw PipelineError(
                        code: .typeClash,
                        message: "the layer '\(key.name)' holds \(types.0) for '\(earlier.step)' but \(types.1) for "
                            + "'\(step.name)': use one key for both"
                    )
                }
            }
        }
    }

    /// The names of two types, with their modules where the names alone are the same.
    private static func names(of first: any LayerValue.Type, and second: any LayerValue.Type) -> (String, String) {
        let names = ("\(first)", "\(second)")
        return names.0 == names.1 ? (String(reflecting: first), String(reflecting: second)) : names
    }

    private func noProvider(
        of key: AnyLayerKey,
        for step: any Annotator,
        among available: [any Annotator]
    ) -> PipelineError {
        let offered = Set(available.flatMap { $0.provides.map(\.name.rawValue) }).sorted()
        return PipelineError(
            code: .noProvider,
            message: "'\(step.name)' needs the layer '\(key.name)', which no annotator provides: add one that does"
                + (offered.isEmpty ? "" : " (on offer: \(offered.joined(separator: ", ")))")
        )
    }

    /// The error that names one circle among `remaining`, every one of which waits for another.
    private func cycle(among remaining: [Int]) -> PipelineError {
        var path: [Int] = []
        var current = remaining.first
        while let step = current, !path.contains(step) {
            path.append(step)
            current = (steps[step].requires + steps[step].consults).lazy.compactMap { providers[$0.name] }.first(
                where: remaining.contains
            )
        }
        if let current, let start = path.firstIndex(of: current) { path.removeFirst(start) }
        if let only = path.first, path.count == 1 {
            return PipelineError(
                code: .cycle,
                message: "'\(steps[only].name)' requires a layer that it provides itself: take it out of 'requires'"
            )
        }
        let names = (path + path.prefix(1)).map { "'\(steps[$0].name)'" }
        return PipelineError(
            code: .cycle,
            message: "annotators wait for each other: \(names.joined(separator: " needs ")): leave one of them out"
        )
    }
}
