#include "internal.h"

#include <xmlsec/crypto.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

xmlNodePtr lx_signature(xmlNodePtr element) {
    xmlNodePtr found = NULL;
    for (xmlNodePtr child = element->children; child; child = child->next) {
        if (!xmlSecCheckNodeName(child, xmlSecNodeSignature, xmlSecDSigNs)) continue;
        if (found) return NULL;
        found = child;
    }
    return found;
}

static int allow(xmlSecDSigCtxPtr context, int allows_sha1) {
    const xmlSecTransformId references[] = {
        xmlSecTransformEnvelopedId, xmlSecTransformExclC14NId, xmlSecTransformSha256Id,
        xmlSecTransformSha384Id,    xmlSecTransformSha512Id,
    };
    const xmlSecTransformId signatures[] = {
        xmlSecTransformExclC14NId,   xmlSecTransformRsaSha256Id,   xmlSecTransformRsaSha384Id,
        xmlSecTransformRsaSha512Id,  xmlSecTransformEcdsaSha256Id, xmlSecTransformEcdsaSha384Id,
        xmlSecTransformEcdsaSha512Id,
    };
    int bad = 0;
    for (size_t i = 0; i < sizeof references / sizeof *references; i++)
        bad |= xmlSecDSigCtxEnableReferenceTransform(context, references[i]) < 0;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        bad |= xmlSecDSigCtxEnableSignatureTransform(context, signatures[i]) < 0;
    if (allows_sha1) {
        bad |= xmlSecDSigCtxEnableReferenceTransform(context, xmlSecTransformSha1Id) < 0;
        bad |= xmlSecDSigCtxEnableSignatureTransform(context, xmlSecTransformRsaSha1Id) < 0;
    }
    return !bad;
}

/* Whether exactly one thing was digested, and this element was it; gives what was digested. */
static int digested(xmlSecDSigCtxPtr context, const char *id, lx_bytes *bytes) {
    if (xmlSecPtrListGetSize(&context->signedInfoReferences) != 1) return 0;
    xmlSecDSigReferenceCtxPtr reference = xmlSecPtrListGetItem(&context->signedInfoReferences, 0);
    if (!reference || !reference->uri || reference->uri[0] != '#') return 0;
    if (strcmp((const char *)reference->uri + 1, id) != 0) return 0;
    xmlSecBufferPtr buffer = xmlSecDSigReferenceCtxGetPreDigestBuffer(reference);
    if (!buffer) return 0;
    *bytes = lx_copied(xmlSecBufferGetData(buffer), xmlSecBufferGetSize(buffer));
    return bytes->start != NULL;
}

lx_outcome lx_verify(lx_document *document, const char *element_id, const uint8_t *certificate,
                     size_t certificate_length, int allows_sha1, lx_bytes *signed_bytes) {
    *signed_bytes = lx_copied(NULL, 0);
    if (!lx_started()) return LX_FAILED;
    xmlNodePtr element = lx_element(lx_tree(document), element_id);
    xmlNodePtr signature = element ? lx_signature(element) : NULL;
    if (!signature) return LX_MISSING;
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    if (!context) return LX_FAILED;
    lx_outcome outcome = LX_REFUSED;
    context->flags |= XMLSEC_DSIG_FLAGS_STORE_SIGNEDINFO_REFERENCES;
    context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
    context->signKey = xmlSecCryptoAppKeyLoadMemory(certificate, (xmlSecSize)certificate_length,
                                                    xmlSecKeyDataFormatCertDer, NULL, NULL, NULL);
    if (!context->signKey) outcome = LX_BAD_KEY;
    else if (!allow(context, allows_sha1)) outcome = LX_FAILED;
    else if (xmlSecDSigCtxVerify(context, signature) == 0 && context->status == xmlSecDSigStatusSucceeded
             && digested(context, element_id, signed_bytes))
        outcome = LX_DONE;
    xmlSecDSigCtxDestroy(context);
    return outcome;
}

lx_outcome lx_sign(lx_document *document, const char *element_id, const uint8_t *key, size_t key_length) {
    if (!lx_started()) return LX_FAILED;
    xmlNodePtr element = lx_element(lx_tree(document), element_id);
    xmlNodePtr signature = element ? lx_signature(element) : NULL;
    if (!signature) return LX_MISSING;
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    if (!context) return LX_FAILED;
    lx_outcome outcome = LX_DONE;
    context->signKey =
        xmlSecCryptoAppKeyLoadMemory(key, (xmlSecSize)key_length, xmlSecKeyDataFormatPem, NULL, NULL, NULL);
    if (!context->signKey) outcome = LX_BAD_KEY;
    else if (xmlSecDSigCtxSign(context, signature) < 0) outcome = LX_REFUSED;
    xmlSecDSigCtxDestroy(context);
    return outcome;
}
