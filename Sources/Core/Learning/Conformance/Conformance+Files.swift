import Foundation

extension Conformance {
    mutating func checkUpload(_ source: any UploadSource) {
        if let file {
            do {
                let batch = try source.facts(in: file)
                check(batch)
                note(.file, !batch.facts.isEmpty, "It holds none.")
                note(.file, batch == (try source.facts(in: file)), "It says something else the second time.")
            } catch {
                note(.file, false, "\(error)")
            }
        }
        for junk: [UInt8] in [[], [0xFF, 0xFE, 0x00], Array(repeating: UInt8(ascii: "\""), count: 999)] {
            do {
                check(try source.facts(in: junk))
                note(.unreadableFile, true)
            } catch {
                guard case .malformed = error else { return note(.unreadableFile, false, "\(error)") }
                note(.unreadableFile, true)
            }
        }
    }

    mutating func checkPush(_ source: any PushSource) {
        let unsigned = Delivery(headers: [:], body: Array("{}".utf8), receivedAt: Date(timeIntervalSince1970: 0))
        do {
            _ = try source.facts(in: unsigned)
            note(.delivery, false, "It was taken.")
        } catch {
            guard case .rejected = error else { return note(.delivery, false, "\(error)") }
            note(.delivery, true)
        }
    }
}
