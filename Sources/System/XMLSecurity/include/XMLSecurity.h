#ifndef LAUREL_XML_SECURITY_H
#define LAUREL_XML_SECURITY_H

/* What SAML needs of libxml2, xmlsec1 and OpenSSL, with headers that Swift can read.
   Every function may be called from any thread; one document belongs to one thread at a time. */

#include <stddef.h>
#include <stdint.h>

/* A parsed document. */
typedef struct lx_document lx_document;
/* An element, a text or an attribute of a document; lives as long as the document is neither changed nor freed. */
typedef struct lx_node lx_node;

typedef enum lx_kind {
    LX_ELEMENT = 1,
    LX_TEXT = 2,
    LX_COMMENT = 3,
    LX_OTHER = 4
} lx_kind;

typedef enum lx_outcome {
    LX_DONE = 0,
    /* The document does not hold what is needed. */
    LX_MISSING = 1,
    /* The key cannot be read. */
    LX_BAD_KEY = 2,
    /* The signature does not fit, or what was encrypted cannot be opened. */
    LX_REFUSED = 3,
    /* No memory, or the library could not start. */
    LX_FAILED = 4
} lx_outcome;

/* Bytes that the caller frees with lx_release. */
typedef struct lx_bytes {
    uint8_t *_Nullable start;
    size_t length;
} lx_bytes;

/* UTF-8 only, no document type, no entity but the five of XML, nothing fetched; NULL otherwise. */
lx_document *_Nullable lx_parse(const uint8_t *_Nonnull bytes, size_t length);
void lx_free(lx_document *_Nonnull document);
lx_bytes lx_serialised(lx_document *_Nonnull document);
void lx_release(lx_bytes bytes);

const lx_node *_Nullable lx_root(const lx_document *_Nonnull document);
const lx_node *_Nullable lx_first_child(const lx_node *_Nonnull element);
const lx_node *_Nullable lx_first_attribute(const lx_node *_Nonnull element);
/* The next one of children or of attributes. */
const lx_node *_Nullable lx_next(const lx_node *_Nonnull node);
lx_kind lx_kind_of(const lx_node *_Nonnull node);
const char *_Nonnull lx_name(const lx_node *_Nonnull node);
/* "" for none. */
const char *_Nonnull lx_namespace(const lx_node *_Nonnull node);
const char *_Nonnull lx_text(const lx_node *_Nonnull text);
lx_bytes lx_value(const lx_node *_Nonnull attribute);

/* Verifies the signature that is a child of the one element with this ID.

   Nothing in the signature chooses a key. Only what allow-lists say is processed: one reference to this very element,
   enveloped-signature and exclusive canonicalization, RSA and ECDSA with SHA-2 (and SHA-1 where allowed).
   signed_bytes: exactly what was digested, canonical, and the only thing that may be believed afterwards. */
lx_outcome lx_verify(lx_document *_Nonnull document, const char *_Nonnull element_id,
                     const uint8_t *_Nonnull certificate, size_t certificate_length, int allows_sha1,
                     lx_bytes *_Nonnull signed_bytes);

/* Fills in the signature template that is a child of the one element with this ID; the key is PEM. */
lx_outcome lx_sign(lx_document *_Nonnull document, const char *_Nonnull element_id,
                   const uint8_t *_Nonnull key, size_t key_length);

/* Opens EncryptedData with the AES key that EncryptedKey brings (RSA-OAEP), and puts the one element that was in it in
   its place. Nodes of the document must not be used afterwards. */
lx_outcome lx_decrypt(lx_document *_Nonnull document, const lx_node *_Nonnull encrypted_data,
                      const lx_node *_Nonnull encrypted_key, const uint8_t *_Nonnull key, size_t key_length);

/* The SubjectPublicKeyInfo of an X.509 certificate; both DER. Empty when it cannot be read. */
lx_bytes lx_public_key(const uint8_t *_Nonnull certificate, size_t length);

#endif
