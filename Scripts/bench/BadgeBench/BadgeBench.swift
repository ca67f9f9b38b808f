import Core
import Foundation
import LinkedData
import OpenBadges

/// Measures how fast credentials are made, baked, read and verified, one after the other on one thread.
///
///     BadgeBench PICTURE FOLDER
///
/// Prints a line for each measurement, `name<TAB>how many a second`, and leaves what it measured in the folder, so that
/// other programs are measured with the same: `Scripts/bench/badges.py` does.
@main
enum BadgeBench {
    @concurrent
    static func main() async throws {
        let sample = try Sample()
        let picture = Array(try Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
        let folder = URL(filePath: CommandLine.arguments[2])
        try sample.write(to: folder)
        try measureSigning(sample)
        let badge = try Baking.Badge(.v2, String(decoding: sample.credential.bytes, as: UTF8.self))
        try measure("png") { _ = try Baking.bake([badge], into: picture) }
        try await measureReading(sample)
    }

    private static func measureSigning(_ sample: Sample) throws {
        let claims = Array(sample.credential.bytes)
        try measure("rsa alone") { _ = try sample.rsa.signature(of: claims) }
        try measure("token") { _ = try sample.token() }
        try measure("ed25519 alone") { _ = try sample.ed25519.signature(of: claims.prefix(64).map(\.self)) }
        try measure("proof") { _ = try sample.proven() }
        measure("document") { _ = sample.credential.bytes }
    }

    private static func measureReading(_ sample: Sample) async throws {
        let processor = JSONLDProcessor(loader: KnownContexts.badges)
        let unsigned = sample.credential.bytes
        try measure("canonical") {
            _ = try RDFC10.canonicalize(processor.toRDF(JSONReader.read(unsigned)).dataset)
        }
        let fetcher = OneDocument(bytes: try sample.didDocument())
        let signed = try sample.proven()
        let verifier = DataIntegrityVerifier(contexts: KnownContexts.badges, fetcher: fetcher) { 1_790_000_000 }
        var (count, valid) = (0, 0)
        let clock = ContinuousClock()
        let start = clock.now
        while clock.now - start < .seconds(2) {
            let reports = await verifier.verify(try JSONReader.read(signed))
            count += 1
            if reports.map(\.signature) == [.valid], reports[0].issuer == .bound { valid += 1 }
        }
        guard count == valid else { throw Unexpected(description: "\(count - valid) of \(count) were not valid") }
        report("verify", count, clock.now - start)
    }

    struct Unexpected: Error, CustomStringConvertible {
        let description: String
    }

    /// Two seconds, after a short time to get warm.
    private static func measure(_ name: String, _ body: () throws -> Void) rethrows {
        for _ in 0..<50 { try body() }
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0
        while clock.now - start < .seconds(2) {
            for _ in 0..<20 { try body() }
            count += 20
        }
        report(name, count, clock.now - start)
    }

    private static func report(_ name: String, _ count: Int, _ time: Duration) {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print("\(name)\t\(Int(Double(count) / seconds))")
    }
}

/// Answers every address with the issuer's DID document.
private struct OneDocument: LinkedData.DocumentFetcher {
    let bytes: [UInt8]
    func fetch(_ url: Text) async throws -> [UInt8] { bytes }
}
