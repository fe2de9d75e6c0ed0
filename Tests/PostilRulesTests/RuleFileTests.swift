import Postil
import PostilRules
import Testing

@Suite("Rule files")
struct RuleFileTests {
    static let available: [any Annotator] = (try? Pipeline.builtInAnnotators()) ?? []

    @Test("the rule files that come with Postil load, so their examples hold", arguments: RuleFiles.good)
    func goodFiles(_ path: String) throws {
        do throws(RuleError) {
            let annotator = try RuleFile.load(path: path, available: RuleFileTests.available)
            #expect(annotator.rules.rules.count > 1)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("a faulty file is refused with the place, a caret and what to do", arguments: RuleCase.all(in: "faults.txt"))
    func faults(_ example: RuleCase) {
        var message = "nothing"
        do throws(RuleError) {
            _ = try RuleFile.make(example.above, name: "x.rules", available: RuleFileTests.available)
        } catch {
            message = error.description
        }
        #expect(message == example.below)
    }

    @Test("a pattern matches what it should", arguments: RuleCase.all(in: "patterns.txt"))
    func patterns(_ example: RuleCase) {
        let file = "name org.example.p\nversion 1\n\(example.above)\n"
        do throws(RuleError) {
            _ = try RuleFile.make(file, name: example.title, available: RuleFileTests.available)
            #expect(example.below == "holds")
        } catch {
            #expect("\(error)" == example.below)
        }
    }

    @Test("the casualties of the text that Postil started from are found")
    func casualtiesOfTheSeed() throws {
        let annotator = try RuleFile.load(path: RuleFiles.good[0], available: RuleFileTests.available)
        let pipeline = try Pipeline(name: "p", steps: [annotator], available: RuleFileTests.available)
        let seeds = try RuleFiles.texts(in: "seeds")
        #expect(!seeds.isEmpty)
        var lines: [String] = []
        for seed in seeds {
            let document = pipeline.annotate(Document(text: Text(seed)))
            #expect(document.failures.isEmpty)
            for annotation in document[annotator.layer] ?? Layer() {
                lines.append(
                    "\(annotation.value.type ?? "") '\(document.text[annotation.span])' "
                        + annotation.value.features.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
                )
            }
        }
        #expect(lines.joined(separator: "\n") + "\n" == RuleFiles.example("casualties-of-the-seed.txt"))
    }
}
