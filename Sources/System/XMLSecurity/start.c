#include "internal.h"

#include <libxml/xmlerror.h>
#include <pthread.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int started = 0;

/* What these libraries have to say may hold parts of a message; nothing of it is printed. */
static void no_generic_error(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static void no_error(const char *file, int line, const char *function, const char *object, const char *subject,
                     int reason, const char *message) {
    (void)file;
    (void)line;
    (void)function;
    (void)object;
    (void)subject;
    (void)reason;
    (void)message;
}

static void start(void) {
    xmlInitParser();
    xmlThrDefSetGenericErrorFunc(NULL, no_generic_error);
    xmlSecErrorsSetCallback(no_error);
    started = xmlSecInit() == 0 && xmlSecCheckVersion() == 1 && xmlSecCryptoAppInit(NULL) == 0 && xmlSecCryptoInit() == 0;
}

int lx_started(void) {
    pthread_once(&once, start);
    xmlSetGenericErrorFunc(NULL, no_generic_error);
    return started;
}

lx_bytes lx_copied(const void *start, size_t length) {
    lx_bytes copy = {NULL, 0};
    if (!start) return copy;
    copy.start = malloc(length ? length : 1);
    if (!copy.start) return copy;
    memcpy(copy.start, start, length);
    copy.length = length;
    return copy;
}

void lx_release(lx_bytes bytes) { free(bytes.start); }
