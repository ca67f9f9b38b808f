import Contracts
import Foundation

/// Files of other people, in the folder `shared/vectors`: named by LAUREL_SHARED, or found above this file.
enum Vectors {
    struct Missing: Error, CustomStringConvertible {
        let description =
            "The test files are missing: set LAUREL_SHARED to the folder that holds the folder vectors."
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: folder().appending(path: path)))
    }

    private static func folder() throws -> URL {
        if let shared = ProcessInfo.processInfo.environment["LAUREL_SHARED"] {
            return URL(filePath: shared).appending(path: "vectors")
        }
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let vectors = folder.appending(path: "shared/vectors")
            if FileManager.default.fileExists(atPath: vectors.path) { return vectors }
        }
        throw Missing()
    }
}

/// Changes, takes out, puts in or doubles a few bytes.
func mutated(_ bytes: [UInt8], _ chance: inout Generator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let index = Int.random(in: 0..<result.count, using: &chance)
        let end = min(result.count, index + Int.random(in: 1...40, using: &chance))
        switch Int.random(in: 0..<5, using: &chance) {
        case 0: result[index] = UInt8.random(in: 0...255, using: &chance)
        case 1: result[index] ^= 1 << UInt8.random(in: 0...7, using: &chance)
        case 2 where result.count > 100: result.removeSubrange(index..<end)
        case 3: result.insert(contentsOf: result[index..<end], at: Int.random(in: 0...result.count, using: &chance))
        default: result.insert(UInt8.random(in: 0...255, using: &chance), at: index)
        }
    }
    return result
}
