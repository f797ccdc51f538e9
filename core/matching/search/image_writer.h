// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/segment_image.h"

#include <cstring>
#include <vector>

namespace reeve::matching {

// Puts the parts of a segment behind one another.
class ImageWriter final
{
public:
    ImageWriter() : m_image(sizeof(ImageHeader)) {}

    template <typename Element>
    void part(std::size_t part, const std::vector<Element> &elements)
    {
        m_image.resize((m_image.size() + 7) / 8 * 8);
        const std::size_t bytes = elements.size() * sizeof(Element);
        m_header.parts[part] = {m_image.size(), bytes};
        m_image.resize(m_image.size() + bytes);
        if (bytes > 0)
            std::memcpy(m_image.data() + m_header.parts[part].offset, elements.data(), bytes);
    }

    [[nodiscard]] std::vector<char> take()
    {
        m_header.mark = imageMark;
        m_header.version = imageVersion;
        std::memcpy(m_image.data(), &m_header, sizeof m_header);
        m_image.shrink_to_fit();
        return std::move(m_image);
    }

private:
    ImageHeader m_header{};
    std::vector<char> m_image;
};

} // namespace reeve::matching
