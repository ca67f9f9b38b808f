import Core
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// The theme as it is now; every page reads it, an administrator may change it.
final class ThemeBox: Sendable {
    private let file: Theme
    private let current: Mutex<Theme>

    init(_ file: Theme = .none) {
        self.file = file
        current = Mutex(file)
    }

    var theme: Theme { current.withLock { $0 } }

    func set(_ chosen: ChosenTheme?) { current.withLock { $0 = file.overlaid(by: chosen) } }

    /// Takes over what was saved, perhaps by another process.
    func refresh(from settings: any SettingStore) async throws {
        let json = try await settings.setting(ChosenTheme.setting)
        set(try json.map { try JSONDecoder().decode(ChosenTheme.self, from: Data($0.utf8)) })
    }
}

extension Theme {
    /// The stylesheet with our tokens; nil without a colour of one's own.
    var stylesheet: String? { colour.map { ThemeColours($0).stylesheet } }

    /// Changes with the stylesheet.
    var stylesheetAddress: String? {
        stylesheet.map { "/theme.css?v=\(SHA256.hash(data: Data($0.utf8)).hexadecimal.prefix(8))" }
    }
}

/// `GET /theme.css`.
struct ThemeRoutes {
    let box: ThemeBox

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("theme.css") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=3600"],
                body: .init(byteBuffer: ByteBuffer(string: box.theme.stylesheet ?? ""))
            )
        }
    }
}

/// Takes over themes that other processes saved.
struct ThemeWatch: Service {
    let box: ThemeBox
    let settings: any SettingStore
    let interval: Duration
    let report: @Sendable (any Error) -> Void

    func run() async throws {
        let ticks = AsyncStream<Void>(unfolding: {
            do {
                try await Task.sleep(for: interval)
                return ()
            } catch {
                return nil
            }
        })
        for await _ in ticks.cancelOnGracefulShutdown() {
            do {
                try await box.refresh(from: settings)
            } catch {
                report(error)
            }
        }
    }
}
