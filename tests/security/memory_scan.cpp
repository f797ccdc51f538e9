// SPDX-License-Identifier: MIT
#include "tests/security/memory_scan.h"

#include <QFile>

#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace reeve::test {

namespace {

constexpr char mask = '\x5a';
constexpr std::size_t window = 1 << 20;

struct Mapping
{
    quint64 begin = 0;
    quint64 end = 0;
    QByteArray name;
    bool isWritable = false;
    bool isGuarded = false; // VmFlags: "lo" locked, "dd" not dumped
};

std::vector<Mapping> mappings()
{
    std::vector<Mapping> all;
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (const qsizetype dash = words.first().indexOf('-'); dash > 0 && words.size() >= 5) {
            all.push_back({words.first().left(dash).toULongLong(nullptr, 16),
                           words.first().mid(dash + 1).toULongLong(nullptr, 16), words.value(5),
                           words.at(1).startsWith("rw"), false});
        } else if (words.first() == "VmFlags:" && !all.empty()) {
            all.back().isGuarded = words.contains("lo") && words.contains("dd");
        }
    }
    return all;
}

bool isAt(const char *place, const QByteArray &masked, int stride)
{
    for (qsizetype i = 0; i < masked.size(); ++i) {
        if (place[i * stride] != static_cast<char>(masked[i] ^ mask) || (stride == 2 && place[i * 2 + 1] != 0))
            return false;
    }
    return true;
}

int count(const char *bytes, std::size_t size, const QByteArray &masked)
{
    int found = 0;
    const char first = static_cast<char>(masked[0] ^ mask);
    const auto need = static_cast<std::size_t>(masked.size());
    const char *end = bytes + size;
    for (const char *at = bytes;
         (at = static_cast<const char *>(std::memchr(at, first, static_cast<std::size_t>(end - at)))) != nullptr;
         ++at) {
        const auto left = static_cast<std::size_t>(end - at);
        if ((left >= need && isAt(at, masked, 1)) || (left >= 2 * need && isAt(at, masked, 2)))
            ++found;
    }
    return found;
}

} // namespace

crypto::Secret randomLetters(std::size_t count)
{
    crypto::Secret letters = crypto::Secret::random(count);
    for (std::size_t i = 0; i < count; ++i)
        letters.data()[i] = static_cast<unsigned char>('a' + letters.data()[i] % 26);
    return letters;
}

Needle::Needle(const crypto::Secret &secret)
{
    for (const char byte : secret.view())
        m_masked += static_cast<char>(byte ^ mask);
}

Needle::Places Needle::find() const
{
    Places places;
    // What is read here would be found here: into a mapping with a name, which is passed over.
    const int file = memfd_create("scan", MFD_CLOEXEC);
    if (ftruncate(file, window) != 0)
        return {0, -1, "no memory"};
    void *pages = mmap(nullptr, window, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    const auto overlap = static_cast<quint64>(2 * m_masked.size());
    for (const Mapping &mapping : mappings()) {
        if (!mapping.isWritable || mapping.name.startsWith("/memfd:scan"))
            continue;
        for (quint64 at = mapping.begin; at < mapping.end; at += window - overlap) {
            const auto wanted = static_cast<std::size_t>(qMin<quint64>(window, mapping.end - at));
            const ssize_t got = pread(memory, pages, wanted, static_cast<off_t>(at));
            if (got <= 0)
                continue;
            const int found = count(static_cast<const char *>(pages), static_cast<std::size_t>(got), m_masked);
            (mapping.isGuarded ? places.guarded : places.open) += found;
            if (found > 0 && !mapping.isGuarded)
                places.where += mapping.name.toStdString() + ' ' + std::to_string(found) + "; ";
        }
    }
    close(memory);
    munmap(pages, window);
    return places;
}

} // namespace reeve::test
