import Core
import Foundation
import Testing

@testable import App

@Suite("Preview")
struct PreviewTests {
    /// With `PREVIEW=<directory>` the pages are written there, to be looked at in a browser.
    @Test("renders a sample of every screen")
    func renders() throws {
        #expect(Sample.pages.count == 13)
        guard let directory = ProcessInfo.processInfo.environment["PREVIEW"] else { return }
        try write(to: URL(filePath: directory, directoryHint: .isDirectory))
    }

    private func write(to directory: URL) throws {
        let assets = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../../Sources/App/Assets"
        )
        let files = FileManager.default
        try files.createDirectory(at: directory.appending(path: "img"), withIntermediateDirectories: true)
        try? files.removeItem(at: directory.appending(path: "assets"))
        try files.copyItem(at: assets.standardizedFileURL, to: directory.appending(path: "assets"))
        for (slug, artwork) in Sample.badges {
            try Data(artwork.svg(for: slug).utf8).write(to: directory.appending(path: "img/\(slug).svg"))
        }
        for (name, page) in Sample.pages { try Data(page.utf8).write(to: directory.appending(path: "\(name).html")) }
    }
}
