import ArgumentParser
import Core
import Foundation
import OpenBadges

struct BakeCommand: PortalCommand {
    static let configuration = CommandConfiguration(
        commandName: "bake",
        abstract: "Put a badge into a picture.",
        discussion: "A badge of the same version that is in the picture already is replaced."
    )

    @Argument(help: "A PNG or SVG file.")
    var picture: String

    @Argument(help: "The badge: a JSON document, a signed badge, or a file with the web address of one.")
    var badge: String

    @Option(help: "2 for Open Badges 2.0, 3 for 3.0.")
    var version = 3

    @Option(name: .shortAndLong, help: "Where the picture with the badge goes.")
    var output: String

    func validate() throws {
        guard version == 2 || version == 3 else { throw ValidationError("The version is 2 or 3.") }
    }

    func work() async throws {
        let document = String(validating: try BadgeFile.read(badge), as: UTF8.self) ?? ""
        let badge = try Baking.Badge(version == 2 ? .v2 : .v3, document)
        let baked = try Baking.bake([badge], into: try BadgeFile.read(picture))
        do {
            try Data(baked).write(to: URL(filePath: output))
        } catch {
            throw CommandFailure("\(output) cannot be written: \(error.localizedDescription)")
        }
    }
}

struct UnbakeCommand: PortalCommand {
    static let configuration = CommandConfiguration(
        commandName: "unbake",
        abstract: "Show the badge that a picture carries.",
        discussion: "It is shown as it is, not checked."
    )

    @Argument(help: "A PNG or SVG file.")
    var picture: String

    @Option(help: "2 for Open Badges 2.0, 3 for 3.0; otherwise all.")
    var version: Int?

    func work() async throws {
        let badges = try Baking.unbake(try BadgeFile.read(picture)).filter { badge in
            version == nil || version == (badge.version == .v2 ? 2 : 3)
        }
        guard !badges.isEmpty else { throw BakingError.noBadge }
        for badge in badges { Console.say(badge.text) }
    }
}

/// Files that the commands read, no larger than any picture may be.
enum BadgeFile {
    static func read(_ path: String) throws -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { file.closeFile() }
            return Array(try file.read(upToCount: Baking.sizeLimit + 1) ?? Data())
        } catch {
            throw CommandFailure("\(path) cannot be read: \(error.localizedDescription)")
        }
    }
}
