import Core
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Tells programs whether a badge counts, wherever it comes from.
///
/// `POST /api/v1/verify`: the badge itself as the body (PNG, SVG, JSON, or a signed badge as text), or
/// `{"url": …}` or `{"text": …}` as `application/json`; `recipient` beside them, or in the query of the address, is an
/// address that it should belong to. The answer is a report, with status 200 whatever the verdict: the question was
/// answered. Nothing is kept.
struct VerificationAPI {
    static let sizeLimit = 8 << 20
    static let recipientLimit = 32

    let site: Site
    let verifier: any BadgeVerifier
    /// Checks a minute from one address.
    let limit: SharedRateLimit

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.post("api/v1/verify") { request, context in
            guard try await limit.allows(context.clientAddress, at: site.now()) else { throw TooManyRequests() }
            let report = await verifier.examine(try await input(request))
            return try response(report)
        }
    }

    private func input(_ request: Request) async throws -> VerificationInput {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.sizeLimit)
        } catch is NIOTooManyBytesError {
            throw HTTPError(.contentTooLarge)
        }
        let bytes = Array(buffer: body)
        let named: [String] = request.uri.queryParameters.getAll("recipient").map { String($0) }
        let recipients = Array(named.prefix(Self.recipientLimit))
        guard let question = Question(bytes) else { return VerificationInput(.file(bytes), recipients: recipients) }
        return VerificationInput(question.source, recipients: recipients + question.recipients)
    }

    private func response(_ report: BadgeReport) throws -> Response {
        let headers: HTTPFields = [
            .contentType: "application/json", .cacheControl: "no-store", .contentSecurityPolicy: ContentPolicy.file,
        ]
        let bytes = try ReportDocument.json(report)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// The small JSON that names a badge instead of being one.
private struct Question {
    let source: VerificationInput.Source
    let recipients: [String]

    private struct Form: Decodable {
        var url: String?
        var text: String?
        var recipient: Names?
    }

    /// One address, or several.
    private struct Names: Decodable {
        let all: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            all = try (try? container.decode(String.self)).map { [$0] } ?? container.decode([String].self)
        }
    }

    /// - Returns: nil for everything else, which is a badge or nothing.
    init?(_ bytes: [UInt8]) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            Set(object.keys).isSubset(of: ["url", "text", "recipient"]), object["url"] != nil || object["text"] != nil,
            let form = try? JSONDecoder().decode(Form.self, from: Data(bytes))
        else { return nil }
        source = form.url.map { .link($0) } ?? .text(form.text ?? "")
        recipients = Array((form.recipient?.all ?? []).prefix(VerificationAPI.recipientLimit))
    }
}
