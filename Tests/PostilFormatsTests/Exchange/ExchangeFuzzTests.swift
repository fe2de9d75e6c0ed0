import Postil
import Testing

@Suite struct ExchangeFuzzTests {
    /// Damaged documents are errors, or records that are sound; of a damaged record ``RecordVerifier`` says more than
    /// reading it does.
    @Test(arguments: ExchangeFormats.all.map(\.name))
    func noDamageCrashesAReader(name: String) throws {
        let format = try exchangeFormat(name)
        var generator = SplitMix64(seed: 11)
        let records = try ExchangeRecords.all.get().filter { $0.text.count < 900 }
        for record in records {
            let parts = try format.written(record).parts
            for _ in 0..<12 {
                var damaged = parts
                let part = Int(generator.next() % UInt64(parts.count))
                for _ in 0...Int(generator.next() % 3) { Self.damage(&damaged[part], &generator) }
                guard let read = try? format.read(damaged) else { continue }
                guard name != "postil" else { continue }
                let problems = RecordVerifier().problems(in: read.line)
                #expect(problems == [], "\(String(decoding: damaged[part], as: UTF8.self))")
            }
        }
    }

    private static func damage(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let position = Int(generator.next() % UInt64(bytes.count))
        let signs = Array("\"{}[]<>&|\\_-;:,.\t\n\r 0123456789#=*TNAE".utf8) + [0x00, 0x80, 0xFF, 0xE2]
        switch generator.next() % 5 {
        case 0: bytes[position] = signs[Int(generator.next() % UInt64(signs.count))]
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(signs[Int(generator.next() % UInt64(signs.count))], at: position)
        case 3: bytes.removeSubrange(position..<min(bytes.count, position + 30))
        default:
            // A digit changed is an offset elsewhere.
            let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
            guard !digits.isEmpty else { return }
            bytes[digits[Int(generator.next() % UInt64(digits.count))]] = 0x30 + UInt8(generator.next() % 10)
        }
    }
}
