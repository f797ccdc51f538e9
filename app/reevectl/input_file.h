// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QString>

namespace reeve::ctl {

// A file to read from, "-" for standard input. Closed with the object.
class InputFile final
{
public:
    [[nodiscard]] static Result<InputFile> open(const QString &name);

    InputFile(InputFile &&other) noexcept : m_descriptor(other.m_descriptor), m_owned(other.m_owned)
    {
        other.m_owned = false;
    }
    InputFile &operator=(InputFile &&) = delete;
    ~InputFile();

    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    InputFile(int descriptor, bool owned) noexcept : m_descriptor(descriptor), m_owned(owned) {}

    int m_descriptor;
    bool m_owned;
};

// Opens a file that is read more than once, or that says how large it is. NotFound; InvalidInput for a pipe, a folder
// or a device, without waiting for whoever might write into it.
[[nodiscard]] Result<> openOrdinary(QFile &file);

} // namespace reeve::ctl
