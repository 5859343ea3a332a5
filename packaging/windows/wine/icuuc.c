/* For wine alone, never shipped: an icuuc.dll whose every converter is "not supported".

   Windows has this library since 10 1703, wine 8 has none. Qt links against it for encodings that
   it does not know itself, and goes on without where a converter cannot be opened. */

#define UNSUPPORTED 16 /* U_UNSUPPORTED_ERROR */
#define SAYS_NO(name, result) \
    __declspec(dllexport) void *name(const void *from, int *status) \
    { \
        (void)from; \
        if (status) \
            *status = UNSUPPORTED; \
        return result; \
    }
#define DOES_NOTHING(name) \
    __declspec(dllexport) void name(void) {}
#define GIVES_NONE(name) \
    __declspec(dllexport) long long name(void) { return 0; }

SAYS_NO(ucnv_open, 0)
SAYS_NO(ucnv_getName, 0)
DOES_NOTHING(ucnv_close)
DOES_NOTHING(ucnv_reset)
DOES_NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
DOES_NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
DOES_NOTHING(ucnv_getToUCallBack)
DOES_NOTHING(ucnv_getFromUCallBack)
DOES_NOTHING(ucnv_setToUCallBack)
DOES_NOTHING(ucnv_setFromUCallBack)
DOES_NOTHING(ucnv_cbToUWriteUChars)
DOES_NOTHING(ucnv_cbFromUWriteUChars)
DOES_NOTHING(ucnv_toUnicode)
DOES_NOTHING(ucnv_fromUnicode)
GIVES_NONE(ucnv_getMaxCharSize)
GIVES_NONE(ucnv_toUCountPending)
GIVES_NONE(ucnv_fromUCountPending)
GIVES_NONE(ucnv_getStandardName)
GIVES_NONE(ucnv_getAvailableName)
GIVES_NONE(ucnv_countAvailable)

int __stdcall DllMainCRTStartup(void *library, unsigned reason, void *reserved)
{
    (void)library;
    (void)reason;
    (void)reserved;
    return 1;
}
