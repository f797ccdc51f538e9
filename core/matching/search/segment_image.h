// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_field.h"

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace reeve::matching {

// The first bytes of a segment's image. Another layout or another meaning of the words gets another version; an index
// of another version is built anew.
inline constexpr std::array<char, 4> imageMark = {'R', 'V', 'S', 'G'};
inline constexpr quint32 imageVersion = 4;

enum ImagePart : std::size_t {
    NumbersPart,
    WordStartsPart,
    TextPart,
    PostStartsPart,
    PostSplitsPart,
    PostsPart,
    ForwardStartsPart,
    ForwardPart,
    NodesPart,
    SoundKeysPart,
    SoundWordsPart,
    FirstCodesPart, // three for each field of codes: keys, starts, places
};
inline constexpr std::size_t imagePartCount = FirstCodesPart + 3 * codeFieldCount;

struct ImageHeader
{
    std::array<char, 4> mark;
    quint32 version;
    struct Part
    {
        quint64 offset; // a multiple of 8
        quint64 bytes;
    };
    std::array<Part, imagePartCount> parts;
};

} // namespace reeve::matching
