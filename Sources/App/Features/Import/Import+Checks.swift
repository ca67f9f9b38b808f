import Core
import Foundation
import Hummingbird

extension Import {
    /// `POST /import`, then `/import/checks/{token}` with `POST …/badge`, `…/code` and `…/proof`.
    func addChecks(to router: some RouterMethods<PortalContext>) {
        router.post("import") { request, context in
            let person = try context.requirePerson()
            guard try await limit.allows(person.id.rawValue, at: site.now()) else { throw TooManyRequests() }
            let form = try await forms.read(request, context)
            do {
                let token = try await work.begin(try GivenBadge.read(form), for: person.id)
                return Response.redirect(to: "/import/checks/\(token)")
            } catch let error as InvalidForm {
                let imported = try await imports.imports(of: person.id)
                let text = form.fields["text"] ?? ""
                var page = startPage(imported, error.problems, text, wasRemoved: false, context)
                page.status = .unprocessableContent
                return site.response(page, context)
            }
        }
        router.get("import/checks/:token") { _, context in
            let look = try await look(context)
            return site.response(checkPage(look, AddressForm(), context), context)
        }
        router.get("import/checks/:token/picture") { _, context in
            let look = try await look(context)
            let facts = look.report.contents
            let picture = look.isDone ? await pictures.picture(of: facts, file: look.file) : nil
            let shown = picture.map { ImportedFile(mediaType: $0.mediaType.rawValue, bytes: $0.bytes) }
            return ForeignFile.response(shown ?? ForeignPictures.plain)
        }
        router.get("import/checks/:token/report.json") { _, context in
            try ForeignFile.report(try await look(context).found)
        }
        router.post("import/checks/:token/badge") { request, context in
            let look = try await look(context)
            let form = try await forms.read(request, context)
            return try await keep(look, isClaimed: form.fields["mine"] != nil, context)
        }
        router.post("import/checks/:token/code") { request, context in
            let look = try await look(context)
            return try await send(look, AddressForm(try await forms.read(request, context)), context)
        }
        router.post("import/checks/:token/proof") { request, context in
            let look = try await look(context)
            return try await prove(look, AddressForm(try await forms.read(request, context)), context)
        }
    }

    /// A check of this person, with all that its page needs.
    struct Look {
        let token: String
        let person: Person
        let found: BadgeReport
        let report: PageReport
        let isDone: Bool
        /// The bytes that carry the badge.
        let file: ImportedFile?
        /// The link that was given.
        let link: String?
        let standing: ImportStanding
    }

    private func look(_ context: PortalContext) async throws -> Look {
        let person = try context.requirePerson()
        let token = try context.parameters.require("token")
        let check = try await checks.check(TokenHash(of: token), at: site.now())
        guard check.person == person.id else { throw CheckError.gone }
        let (found, isDone) = try check.found(at: site.now())
        let report = PageReport(found, isDone: isDone)
        let kept = try await imports.imports(of: person.id)
        let (file, link): (ImportedFile?, String?) =
            switch check.given {
            case .file(let file): (file, nil)
            case .link(let link): (nil, link)
            case nil: (nil, nil)
            }
        return Look(
            token: token,
            person: person,
            found: found,
            report: report,
            isDone: isDone,
            file: file,
            link: link,
            standing: ImportStanding(report, isDone: isDone, person, kept: kept, own: site.baseURL)
        )
    }

    private func keep(_ look: Look, isClaimed: Bool, _ context: PortalContext) async throws -> Response {
        guard look.standing.allowsImport(isClaimed: isClaimed), let facts = look.report.contents else {
            var page = checkPage(look, AddressForm(), context)
            page.status = .unprocessableContent
            return site.response(page, context)
        }
        let badge = ImportedBadge(look.report, facts, of: look.person.id, isClaimed: isClaimed, at: site.now())
        let picture = await pictures.picture(of: facts, file: look.file)
        try await imports.add(badge, original: look.file, picture: picture)
        try await checks.forget(TokenHash(of: look.token))
        return Response.redirect(to: "/import/badges/\(badge.id)?added=1")
    }

    private func send(_ look: Look, _ form: AddressForm, _ context: PortalContext) async throws -> Response {
        var form = form
        guard let address = EmailAddress(form.address), look.report.recipient?.matches(typed: form.address) == true
        else {
            form.problem = FormProblem(
                field: "address",
                message: Words[.importOtherAddress]
            )
            return again(look, form, context)
        }
        guard sendsCodes, look.standing == .otherAddress else { return again(look, form, context) }
        guard try await codes.allows(look.person.id.rawValue, at: site.now()) else { throw TooManyRequests() }
        do {
            try await addresses.begin(address, of: look.person.id, code: .random(), at: site.now())
            form.isSent = true
        } catch let error as AddressProofError {
            form.problem = FormProblem(field: "address", message: Words.message(of: error))
            return again(look, form, context)
        }
        return site.response(checkPage(look, form, context), context)
    }

    private func prove(_ look: Look, _ form: AddressForm, _ context: PortalContext) async throws -> Response {
        var form = form
        form.isSent = true
        guard let address = EmailAddress(form.address) else { return again(look, form, context) }
        do {
            try await addresses.prove(address, of: look.person.id, code: form.code, at: site.now())
        } catch let error as AddressProofError {
            form.problem = FormProblem(field: "code", message: Words.message(of: error))
            return again(look, form, context)
        }
        return Response.redirect(to: "/import/checks/\(look.token)#mine")
    }

    private func again(_ look: Look, _ form: AddressForm, _ context: PortalContext) -> Response {
        var page = checkPage(look, form, context)
        page.status = .unprocessableContent
        return site.response(page, context)
    }
}

/// The form that proves an address, as it was typed.
struct AddressForm {
    var address = ""
    var code = ""
    var isSent = false
    var problem: FormProblem?

    init() {}

    init(_ form: FormBody) {
        address = (form.fields["address"] ?? "").trimmed
        code = (form.fields["code"] ?? "").filter { !$0.isWhitespace }
    }
}
