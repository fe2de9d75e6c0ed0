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
        for key in step.provides {
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
                let offers = available.filter { $0.provides.contains { $0.name == key.name } }
                guard let offer = offers.first else { throw noProvider(of: key, for: steps[index], among: available) }
                try add(offer)
            }
            index += 1
        }
    }

    private func checkTypes() throws(PipelineError) {
        var declared: [LayerName: (key: AnyLayerKey, step: AnnotatorName)] = [:]
        for step in steps {
            for key in step.provides + step.requires {
                guard let earlier = declared[key.name] else {
                    declared[key.name] = (key, step.name)
                    continue
                }
                guard earlier.key == key else {
                    throw PipelineError(
                        code: .typeClash,
                        message: "the layer '\(key.name)' holds \(earlier.key.valueType) for '\(earlier.step)' but "
                            + "\(key.valueType) for '\(step.name)': use one key for both"
                    )
                }
            }
        }
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
            current = steps[step].requires.lazy.compactMap { providers[$0.name] }.first(where: remaining.contains)
        }
        if let current, let start = path.firstIndex(of: current) { path.removeFirst(start) }
        let names = (path + path.prefix(1)).map { "'\(steps[$0].name)'" }
        return PipelineError(
            code: .cycle,
            message: "annotators wait for each other: \(names.joined(separator: " needs ")): leave one of them out"
        )
    }
}
