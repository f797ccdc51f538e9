// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <string_view>

namespace reeve::fuzz {

// One reader of outside bytes, given one input. Ends the process when something does not hold.
using Reader = void (*)(QByteArrayView input);

// Makes the reader known to replay.cpp under that name; its corpus is corpus/<name>.
struct Registration
{
    Registration(std::string_view name, Reader reader);
};

// What must be so whatever came in. Says what did not hold, and ends the process.
void mustHold(bool isSo, std::string_view what);

} // namespace reeve::fuzz

// A target: its body reads `input`. With libFuzzer each is a program of its own; else all are in one, replay.cpp's.
#ifdef REEVE_LIBFUZZER
#define REEVE_FUZZ_TARGET(name)                                                                                        \
    static void fuzz_##name(QByteArrayView input);                                                                     \
    extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, std::size_t size)                                \
    {                                                                                                                  \
        fuzz_##name(QByteArrayView(bytes, static_cast<qsizetype>(size)));                                              \
        return 0;                                                                                                      \
    }                                                                                                                  \
    static void fuzz_##name(QByteArrayView input)
#else
#define REEVE_FUZZ_TARGET(name)                                                                                        \
    static void fuzz_##name(QByteArrayView input);                                                                     \
    static const reeve::fuzz::Registration registration_##name(#name, &fuzz_##name);                                   \
    static void fuzz_##name(QByteArrayView input)
#endif
