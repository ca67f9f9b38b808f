#ifndef LAUREL_XML_SECURITY_INTERNAL_H
#define LAUREL_XML_SECURITY_INTERNAL_H

#include "XMLSecurity.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>
#include <xmlsec/xmlsec.h>

/* Starts the libraries once in a process; 0 when they cannot. */
int lx_started(void);
lx_bytes lx_copied(const void *start, size_t length);

/* No network, no entity of a document type, no limit lifted, nothing printed. */
#define LX_PARSE (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA)

static inline xmlDocPtr lx_tree(lx_document *document) { return (xmlDocPtr)document; }

/* The one element with this ID, which is made known to the library as such; NULL when it is none or several. */
xmlNodePtr lx_element(xmlDocPtr tree, const char *id);
/* The one child with this name of XML signatures; NULL when it is none or several. */
xmlNodePtr lx_signature(xmlNodePtr element);

#endif
