#include "internal.h"

#include <limits.h>

/* A document type is refused before anything reads it. */
static int has_declaration(const uint8_t *bytes, size_t length) {
    static const char sign[] = "<!DOCTYPE";
    const size_t size = sizeof sign - 1;
    for (size_t at = 0; at + size <= length; at++)
        if (bytes[at] == '<' && memcmp(bytes + at, sign, size) == 0) return 1;
    return 0;
}

lx_document *lx_parse(const uint8_t *bytes, size_t length) {
    if (!lx_started() || length > INT_MAX || has_declaration(bytes, length)) return NULL;
    xmlDocPtr tree = xmlReadMemory((const char *)bytes, (int)length, NULL, "UTF-8", LX_PARSE);
    if (tree && (tree->intSubset || tree->extSubset || !xmlDocGetRootElement(tree))) {
        xmlFreeDoc(tree);
        return NULL;
    }
    return (lx_document *)tree;
}

void lx_free(lx_document *document) { xmlFreeDoc(lx_tree(document)); }

lx_bytes lx_serialised(lx_document *document) {
    xmlChar *text = NULL;
    int length = 0;
    xmlDocDumpMemoryEnc(lx_tree(document), &text, &length, "UTF-8");
    lx_bytes copy = lx_copied(text, (size_t)length);
    xmlFree(text);
    return copy;
}

const lx_node *lx_root(const lx_document *document) {
    return (const lx_node *)xmlDocGetRootElement((const xmlDoc *)document);
}

const lx_node *lx_first_child(const lx_node *element) { return (const lx_node *)((const xmlNode *)element)->children; }

const lx_node *lx_first_attribute(const lx_node *element) {
    return (const lx_node *)((const xmlNode *)element)->properties;
}

/* An xmlAttr begins like an xmlNode, up to the namespace: libxml2 relies on it too. */
const lx_node *lx_next(const lx_node *node) { return (const lx_node *)((const xmlNode *)node)->next; }

lx_kind lx_kind_of(const lx_node *node) {
    switch (((const xmlNode *)node)->type) {
    case XML_ELEMENT_NODE: return LX_ELEMENT;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return LX_TEXT;
    case XML_COMMENT_NODE: return LX_COMMENT;
    default: return LX_OTHER;
    }
}

const char *lx_name(const lx_node *node) { return (const char *)((const xmlNode *)node)->name; }

const char *lx_namespace(const lx_node *node) {
    const xmlNs *namespace = ((const xmlNode *)node)->ns;
    return namespace && namespace->href ? (const char *)namespace->href : "";
}

const char *lx_text(const lx_node *text) {
    const xmlChar *content = ((const xmlNode *)text)->content;
    return content ? (const char *)content : "";
}

lx_bytes lx_value(const lx_node *attribute) {
    const xmlAttr *attr = (const xmlAttr *)attribute;
    xmlChar *text = xmlNodeListGetString(attr->doc, attr->children, 1);
    lx_bytes copy = lx_copied(text ? text : BAD_CAST "", text ? strlen((const char *)text) : 0);
    xmlFree(text);
    return copy;
}

static int find(xmlNodePtr from, const xmlChar *id, xmlNodePtr *found) {
    int count = 0;
    for (xmlNodePtr node = from; node && count < 2; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        xmlChar *value = xmlGetNoNsProp(node, BAD_CAST "ID");
        if (value && xmlStrEqual(value, id)) {
            *found = node;
            count++;
        }
        xmlFree(value);
        count += find(node->children, id, found);
    }
    return count;
}

xmlNodePtr lx_element(xmlDocPtr tree, const char *id) {
    xmlNodePtr found = NULL;
    if (find(xmlDocGetRootElement(tree), BAD_CAST id, &found) != 1) return NULL;
    xmlAttrPtr attribute = xmlHasProp(found, BAD_CAST "ID");
    xmlAttrPtr known = xmlGetID(tree, BAD_CAST id);
    if (known && known != attribute) return NULL;
    if (!known && !xmlAddID(NULL, tree, BAD_CAST id, attribute)) return NULL;
    return found;
}
