// SPDX-License-Identifier: MIT
#include "tests/fuzz/in_memory_file.h"

#include "tests/fuzz/target.h"

#include <sys/mman.h>
#include <unistd.h>

namespace reeve::fuzz {

InMemoryFile::InMemoryFile(QByteArrayView content) : m_file(memfd_create("fuzz", MFD_CLOEXEC))
{
    const auto size = static_cast<std::size_t>(content.size());
    mustHold(m_file >= 0 && write(m_file, content.data(), size) == content.size(), "there is memory for a file");
}

InMemoryFile::~InMemoryFile()
{
    close(m_file);
}

QString InMemoryFile::path() const
{
    return QStringLiteral("/proc/self/fd/%1").arg(m_file);
}

} // namespace reeve::fuzz
