import CMark

/// Markdown as designers write it (CommonMark), turned into HTML by cmark in its safe mode: no raw HTML, no `javascript:`.
enum Markdown {
    /// Headings begin below those of the page.
    private static let firstLevel: Int32 = 3

    static func html(_ text: String) -> HTML {
        guard let document = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else {
            return "\(text)"
        }
        defer { cmark_node_free(document) }
        tame(document)
        guard let rendered = cmark_render_html(document, CMARK_OPT_DEFAULT) else {
            return "\(text)"
        }
        defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
        return HTML(trusted: String(cString: rendered))
    }

    /// Lowers headings, and turns pictures into their descriptions: a page asks no foreign server.
    private static func tame(_ document: OpaquePointer) {
        guard let walk = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(walk) }
        var pictures: [OpaquePointer] = []
        while case let event = cmark_iter_next(walk), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING:
                cmark_node_set_heading_level(node, min(6, cmark_node_get_heading_level(node) + firstLevel - 1))
            case CMARK_NODE_IMAGE: pictures.append(node)
            default: break
            }
        }
        for picture in pictures { replaceByContent(picture) }
    }

    private static func replaceByContent(_ node: OpaquePointer) {
        while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
        cmark_node_unlink(node)
        cmark_node_free(node)
    }
}
