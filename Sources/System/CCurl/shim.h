#include <curl/curl.h>
#include <string.h>

/* Swift cannot call functions with variable arguments, so what SMTP needs of curl_easy_setopt is spelled out here. */

struct laurel_smtp {
    const char *url;       /* smtp://host:port/helo or smtps://… */
    int requires_tls;      /* STARTTLS, or give up */
    const char *ca_file;   /* NULL: the system's */
    const char *user;      /* NULL: no authentication */
    const char *password;
    const char *from;      /* <address> */
    const char *to;
    const char *message;   /* lines end with CRLF; NULL: no letter, only NOOP */
    size_t length;
    long connect_ms;
    long total_ms;
};

/* Microseconds from the beginning; 0 for what was not reached. */
struct laurel_smtp_times {
    curl_off_t named;
    curl_off_t connected;
    curl_off_t admitted;
    curl_off_t answered;
};

struct laurel_smtp_reading {
    const char *next;
    size_t left;
};

static inline size_t laurel_smtp_read(char *buffer, size_t size, size_t count, void *data) {
    struct laurel_smtp_reading *reading = (struct laurel_smtp_reading *)data;
    size_t length = size * count < reading->left ? size * count : reading->left;
    memcpy(buffer, reading->next, length);
    reading->next += length;
    reading->left -= length;
    return length;
}

static inline size_t laurel_smtp_ignore(char *buffer, size_t size, size_t count, void *data) {
    (void)buffer;
    (void)data;
    return size * count;
}

/* Sends one message; `error` has CURL_ERROR_SIZE bytes, `response` is the last SMTP reply code or 0. */
static inline int laurel_smtp_send(const struct laurel_smtp *mail, char *error, long *response,
                                   struct laurel_smtp_times *times) {
    CURL *curl = curl_easy_init();
    if (!curl) return CURLE_FAILED_INIT;
    struct laurel_smtp_reading reading = {mail->message, mail->length};
    struct curl_slist *to = NULL;
    error[0] = 0;
    curl_easy_setopt(curl, CURLOPT_URL, mail->url);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
#else
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_SMTP | CURLPROTO_SMTPS));
#endif
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, mail->requires_tls ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_NONE);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (mail->ca_file) curl_easy_setopt(curl, CURLOPT_CAINFO, mail->ca_file);
    if (mail->user) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, mail->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, mail->password);
    }
    if (mail->message) {
        to = curl_slist_append(NULL, mail->to);
        curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail->from);
        curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, laurel_smtp_read);
        curl_easy_setopt(curl, CURLOPT_READDATA, &reading);
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    } else {
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "NOOP");
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, laurel_smtp_ignore);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, mail->connect_ms);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, mail->total_ms);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, response);
    curl_off_t secured = 0;
    curl_easy_getinfo(curl, CURLINFO_NAMELOOKUP_TIME_T, &times->named);
    curl_easy_getinfo(curl, CURLINFO_CONNECT_TIME_T, &times->connected);
    curl_easy_getinfo(curl, CURLINFO_APPCONNECT_TIME_T, &secured);
    if (secured > times->connected) times->connected = secured;
    curl_easy_getinfo(curl, CURLINFO_PRETRANSFER_TIME_T, &times->admitted);
    curl_easy_getinfo(curl, CURLINFO_TOTAL_TIME_T, &times->answered);
    curl_slist_free_all(to);
    curl_easy_cleanup(curl);
    return (int)code;
}
