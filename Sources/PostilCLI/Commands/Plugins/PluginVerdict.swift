import Postil

/// What the conformance check says of a plugin, for people.
struct PluginVerdict {
    private let plugin: LoadedPlugin
    private let report: ConformanceReport
    private let sampleCount: Int

    init(_ plugin: LoadedPlugin, report: ConformanceReport, sampleCount: Int) {
        self.plugin = plugin
        self.report = report
        self.sampleCount = sampleCount
    }

    /// What is checked, in the order of the report, and how a person calls it.
    private static let requirements: [(ConformanceRequirement, String)] = [
        (.declarations, "name, version, rules and layers make a pipeline"),
        (.prerequisites, "what it needs works"),
        (.declaredLayers, "reads and writes declared layers only"),
        (.providedLayers, "provides its layers for every text"),
        (.everyText, "fails at no text, be it empty or noise"),
        (.sortedSpans, "spans are in order"),
        (.spansInBounds, "spans lie in the text"),
        (.scalarBoundaries, "spans cut no character in two"),
        (.nonEmptySpans, "spans hold text"),
        (.separateSpans, "spans do not overlap where the layer excludes it"),
        (.knownRules, "rules are known"),
        (.scoreRange, "scores are from 0 to 1"),
        (.restoredValues, "values come back from their general form"),
        (.restoredJSON, "values come back from JSON"),
        (.deterministic, "the same text gives the same annotations"),
        (.threadSafe, "two documents at once do not disturb each other"),
        (.shiftInvariant, "a paragraph before the text only moves annotations"),
        (.explained, "says why its annotations are there"),
        (.soundCandidates, "candidates are sound"),
    ]

    /// The verdict: what was run, a line for each requirement, and the result.
    var lines: [String] {
        var lines = ["\(plugin.name) \(plugin.version) (\(plugin.source.kind.rawValue)) from \(plugin.source.path)"]
        lines.append("  \(report.textCount) texts, \(sampleCount) of them the plugin's own or named")
        for key in plugin.annotator.provides {
            lines.append("  \(key.name): \(report.annotationCounts[key.name] ?? 0) annotations")
        }
        for (requirement, summary) in PluginVerdict.requirements {
            let count = report.violationCounts[requirement] ?? 0
            lines.append("  \(count == 0 ? "ok  " : "FAIL") \(summary)" + (count > 1 ? " (\(count) times)" : ""))
            for violation in report.violations where violation.requirement == requirement {
                lines.append("         \(violation)")
            }
        }
        if report.isConforming, report.annotationCounts.values.allSatisfy({ $0 == 0 }) {
            lines.append(
                "  It found nothing: put texts in which it finds something into \(plugin.source.folder)/samples."
            )
        }
        lines.append("\(plugin.name) \(report.isConforming ? "conforms" : "does not conform")")
        return lines
    }
}
