#include "internal.h"

#include <libxml/parser.h>
#include <xmlsec/crypto.h>
#include <xmlsec/keys.h>
#include <xmlsec/xmlenc.h>

static int allow(xmlSecEncCtxPtr context, const xmlSecTransformId *ids, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (xmlSecPtrListAdd(&context->transformCtx.enabledTransforms, (const xmlSecPtr)ids[i]) < 0) return 0;
    return 1;
}

/* The AES key in EncryptedKey; NULL when the private key does not open it. */
static xmlSecKeyPtr unwrapped(xmlNodePtr encrypted_key, xmlSecKeyPtr private_key) {
    const xmlSecTransformId transports[] = {xmlSecTransformRsaOaepId};
    xmlSecEncCtxPtr context = xmlSecEncCtxCreate(NULL);
    if (!context) return NULL;
    xmlSecKeyPtr key = NULL;
    context->mode = xmlEncCtxModeEncryptedKey;
    context->encKey = xmlSecKeyDuplicate(private_key);
    if (context->encKey && allow(context, transports, 1)) {
        xmlSecBufferPtr bytes = xmlSecEncCtxDecryptToBuffer(context, encrypted_key);
        if (bytes)
            key = xmlSecKeyReadMemory(xmlSecKeyDataAesId, xmlSecBufferGetData(bytes), xmlSecBufferGetSize(bytes));
    }
    xmlSecEncCtxDestroy(context);
    return key;
}

/* Puts the one element that these bytes are in the place of a node, where names of namespaces mean what they meant. */
static int put(const uint8_t *bytes, size_t length, xmlNodePtr place) {
    xmlNodePtr list = NULL;
    if (!bytes || length > 1 << 24 || !place->parent) return 0;
    if (xmlParseInNodeContext(place->parent, (const char *)bytes, (int)length, LX_PARSE, &list) != XML_ERR_OK) {
        xmlFreeNodeList(list);
        return 0;
    }
    if (!list || list->next || list->type != XML_ELEMENT_NODE) {
        xmlFreeNodeList(list);
        return 0;
    }
    xmlReplaceNode(place, list);
    xmlFreeNode(place);
    return 1;
}

static lx_outcome opened(xmlNodePtr encrypted_data, xmlSecKeyPtr key) {
    const xmlSecTransformId ciphers[] = {
        xmlSecTransformAes128CbcId, xmlSecTransformAes192CbcId, xmlSecTransformAes256CbcId,
        xmlSecTransformAes128GcmId, xmlSecTransformAes192GcmId, xmlSecTransformAes256GcmId,
    };
    xmlSecEncCtxPtr context = xmlSecEncCtxCreate(NULL);
    if (!context) return LX_FAILED;
    lx_outcome outcome = LX_REFUSED;
    context->encKey = xmlSecKeyDuplicate(key);
    if (context->encKey && allow(context, ciphers, sizeof ciphers / sizeof *ciphers)) {
        xmlSecBufferPtr bytes = xmlSecEncCtxDecryptToBuffer(context, encrypted_data);
        if (bytes && put(xmlSecBufferGetData(bytes), xmlSecBufferGetSize(bytes), encrypted_data)) outcome = LX_DONE;
    }
    xmlSecEncCtxDestroy(context);
    return outcome;
}

lx_outcome lx_decrypt(lx_document *document, const lx_node *encrypted_data, const lx_node *encrypted_key,
                      const uint8_t *key, size_t key_length) {
    (void)document;
    if (!lx_started()) return LX_FAILED;
    xmlSecKeyPtr private_key =
        xmlSecCryptoAppKeyLoadMemory(key, (xmlSecSize)key_length, xmlSecKeyDataFormatPem, NULL, NULL, NULL);
    if (!private_key) return LX_BAD_KEY;
    xmlSecKeyPtr data_key = unwrapped((xmlNodePtr)encrypted_key, private_key);
    lx_outcome outcome = data_key ? opened((xmlNodePtr)encrypted_data, data_key) : LX_REFUSED;
    if (data_key) xmlSecKeyDestroy(data_key);
    xmlSecKeyDestroy(private_key);
    return outcome;
}
