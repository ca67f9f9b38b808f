import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOCore
import Logging
import NIOSSL
import ServiceLifecycle
import Storage

struct ServeCommand: PortalCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve the portal.")

    @OptionGroup var common: CommonOptions

    @Option(help: "The address to listen on (LAUREL_HOST).")
    var host: String?

    @Option(help: "The port to listen on; 0 takes a free one (LAUREL_PORT).")
    var port: Int?

    @Option(name: .customLong("base-url"), help: "The address that people use (LAUREL_BASE_URL).")
    var baseURL: String?

    func work() async throws {
        var flags = common.flags
        flags["host"] = host
        flags["port"] = port.map(String.init)
        flags["baseURL"] = baseURL
        try await Workplace.open(flags) { workplace in
            try await Server(workplace).run()
        }
    }
}

/// The running portal: HTTP, one service a source, one for refreshes; stops on SIGTERM and SIGINT.
struct Server {
    private static let idleTimeout = TimeAmount.seconds(75)

    let workplace: Workplace

    init(_ workplace: Workplace) { self.workplace = workplace }

    func run() async throws {
        let portal = workplace.portal()
        let settings = workplace.settings
        let logger = workplace.logger
        var application = Application(
            router: portal.router,
            server: try transport(settings.certificate),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                Console.say("Laurel serves \(settings.organisation) on \(settings.scheme)://\(settings.host):\(port)")
            },
            logger: logger
        )
        application.addServices(portal.refresh, portal.badgeChecks, portal.jobService, portal.recording)
        application.addServices(portal.syncServices)
        application.addServices(portal.themeWatch)
        try await application.runService()
    }

    private func transport(_ files: Settings.TLSFiles?) throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(configuration: .init(idleTimeout: Self.idleTimeout))
        guard let files else { return plain }
        do {
            var tls = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(files.certificate).map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem))
            )
            tls.minimumTLSVersion = .tlsv12
            return try .tls(plain, tlsConfiguration: tls)
        } catch {
            throw CommandFailure("The TLS certificate or its key cannot be used: \(error)", code: .configuration)
        }
    }
}
