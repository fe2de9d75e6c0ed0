import PostilCore
import PostilPlugins
import Testing

@Suite struct ProcessConformanceTests {
    @Test func aProgramThatBehavesConforms() throws {
        var check = ConformanceCheck()
        check.longNoiseByteCount = 1 << 16
        // The first character of a text is another one behind a prefix.
        check.prefix = ""
        let report = check.run(ProcessAnnotator(host: try TestPlugins.host()), on: ["A text.", "Ünïcode."])
        #expect(report.isConforming, "\(report)")
    }
}
