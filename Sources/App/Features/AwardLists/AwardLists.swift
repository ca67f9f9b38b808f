import Core
import Foundation
import Hummingbird

/// Lets a designer give one badge to many people: a file, what would happen, then the awards by a job.
///
/// `GET` and `POST /award/list`, `GET /award/list/{id}`, `GET /award/list/{id}/problems.csv`,
/// `POST /award/list/{id}/start`, `/stop` and `/undo`.
struct AwardLists {
    /// 100,000 rows in UTF-16 with a name and a note each.
    static let sizeLimit = 64 << 20
    static let shownLists = 10
    static let shownRows = 100
    /// Rows of the file that show how it was read.
    static let firstRows = 5

    let site: Site
    let forms: FormGuard
    let catalogue: BadgeCatalogue
    let badges: any BadgeStore
    let lists: any AwardListStore

    func addRoutes(to router: some RouterMethods<PortalContext>) {
        router.get("award/list") { request, context in
            let designer = try context.require(.designer)
            let badge = request.uri.queryParameters["badge"].map(String.init) ?? ""
            return site.response(try await formPage(ListForm(badge: badge), [], designer, context), context)
        }
        router.post("award/list") { request, context in
            let designer = try context.require(.designer)
            let form = ListForm(try await forms.read(request, context, limit: Self.sizeLimit))
            do {
                let list = try await check(form, by: designer)
                return Response.redirect(to: "/award/list/\(list.id)")
            } catch let error as InvalidForm {
                var page = try await formPage(form, error.problems, designer, context)
                page.status = .unprocessableContent
                return site.response(page, context)
            }
        }
        router.get("award/list/:id") { _, context in
            let list = try await list(context)
            return site.response(try await listPage(list, context), context)
        }
        router.get("award/list/:id/problems.csv") { _, context in
            ListProblems(list: try await list(context), lists: lists).response
        }
        addChanges(to: router)
    }

    private func addChanges(to router: some RouterMethods<PortalContext>) {
        router.post("award/list/:id/:change") { request, context in
            let list = try await list(context)
            _ = try await forms.read(request, context)
            let actor = Actor.person(try context.requirePerson().id)
            switch try context.parameters.require("change") {
            case "start": try await lists.start(list.id, by: actor, at: site.now())
            case "stop": try await lists.stop(list.id, by: actor, at: site.now())
            case "undo": try await lists.undo(list.id, by: actor, at: site.now())
            default: throw HTTPError(.notFound)
            }
            return Response.redirect(to: "/award/list/\(list.id)")
        }
    }

    /// A list is its author's; administrators see all.
    ///
    /// - Throws: ``Core/AwardListError/notFound`` also for somebody else's.
    private func list(_ context: PortalContext) async throws -> AwardList {
        let designer = try context.require(.designer)
        guard let id = AwardList.ID(uuid: try context.parameters.require("id")) else { throw AwardListError.notFound }
        let list = try await lists.list(id)
        guard list.createdBy == designer.id || designer.may(.administrator) else { throw AwardListError.notFound }
        return list
    }

    /// - Throws: ``Core/InvalidForm``.
    private func check(_ form: ListForm, by designer: Person) async throws -> AwardList {
        var problems: [FormProblem] = []
        let badge = try await catalogue.current().badges.first { $0.slug.description == form.badge }
        if badge == nil { problems.append(FormProblem(field: "badge", message: Words[.chooseABadge])) }
        var file: ListFile?
        do {
            file = try form.file()
        } catch {
            problems.append(FormProblem(field: "file", message: error.message))
        }
        guard let badge, let file, problems.isEmpty else { throw InvalidForm(problems) }
        let list = AwardList(
            id: ID(UUID()),
            badge: badge.id,
            slug: badge.slug,
            createdBy: designer.id,
            name: form.name,
            createdAt: site.now(),
            columns: file.columns
        )
        return try await lists.add(list, file.rows)
    }
}

/// What the form holds.
struct ListForm {
    private static let nameLimit = 200
    var badge: String
    /// What was written by hand.
    var text = ""
    /// What the file is called; any text.
    private(set) var name = ""
    private var bytes: [UInt8] = []

    init(badge: String) { self.badge = badge }

    init(_ form: FormBody) {
        badge = form.fields["badge"] ?? ""
        text = form.fields["text"] ?? ""
        if let file = form.files["file"], !file.bytes.isEmpty {
            bytes = file.bytes
            name = String(file.name.replacing("\0", with: "").prefix(Self.nameLimit))
        } else {
            bytes = Array(text.utf8)
        }
    }

    /// Why it cannot be read.
    struct Fault: Error { let message: String }

    func file() throws(Fault) -> ListFile {
        guard !bytes.allSatisfy({ [0x20, 0x0A, 0x0D, 0x09].contains($0) }) else {
            throw Fault(message: Words[.listMissing])
        }
        do {
            return try ListFile(bytes)
        } catch {
            throw Fault(message: Words[Self.phrase(of: error)])
        }
    }

    private static func phrase(of fault: ListFile.Fault) -> Phrase {
        switch fault {
        case .empty: .listEmpty
        case .noAddresses: .listNoAddresses
        case .tooLong: .listTooLong
        }
    }
}
