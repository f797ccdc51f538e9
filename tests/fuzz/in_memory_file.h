// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace reeve::fuzz {

// A file without a disk, for readers that take a path.
class InMemoryFile final
{
public:
    explicit InMemoryFile(QByteArrayView content);
    InMemoryFile(const InMemoryFile &) = delete;
    InMemoryFile &operator=(const InMemoryFile &) = delete;
    ~InMemoryFile();

    [[nodiscard]] QString path() const;

private:
    int m_file;
};

} // namespace reeve::fuzz
