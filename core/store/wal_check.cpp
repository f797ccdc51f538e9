// SPDX-License-Identifier: MIT
#include "core/store/wal_check.h"

#include "core/store/page_context.h"
#include "core/store/sealed_wal.h"

#include <QFile>
#include <QtEndian>

#include <cstring>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// The running checksum of a WAL (SQLite file format, §4.2): over pairs of 32-bit words in the byte order that the
// magic number names.
class WalChecksum final
{
public:
    explicit WalChecksum(const WalHeader &header)
        : m_isBigEndian((header[3] & 1) != 0),
          m_first(qFromBigEndian<quint32>(header.data() + 24)),
          m_second(qFromBigEndian<quint32>(header.data() + 28))
    {}

    void add(std::span<const unsigned char> bytes)
    {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            m_first += word(bytes.data() + i) + m_second;
            m_second += word(bytes.data() + i + 4) + m_first;
        }
    }

    [[nodiscard]] bool matches(const unsigned char *stored) const
    {
        return qFromBigEndian<quint32>(stored) == m_first && qFromBigEndian<quint32>(stored + 4) == m_second;
    }

private:
    [[nodiscard]] quint32 word(const unsigned char *bytes) const
    {
        return m_isBigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
    }

    bool m_isBigEndian;
    quint32 m_first;
    quint32 m_second;
};

} // namespace

Result<> checkWal(const QString &walFile, const SealedStore &store)
{
    const WalExtent durable = store.mark->extent();
    if (durable.frames == 0)
        return {};

    const auto shorter = [] {
        return fail(ErrorCode::Corrupt, u"the write-ahead log is shorter than what was saved"_s);
    };
    QFile file(walFile);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return shorter();
    WalHeader header{};
    if (file.read(reinterpret_cast<char *>(header.data()), SealedWal::headerSize) != SealedWal::headerSize)
        return shorter();
    if (header != durable.header)
        return fail(ErrorCode::Corrupt, u"the write-ahead log is not the one that was saved"_s);

    std::array<unsigned char, SealedWal::frameSize> frame{};
    std::array<unsigned char, crypto::PageCipher::pageSize> content{};
    WalChecksum checksum(header);
    const auto salts = qFromUnaligned<quint64>(header.data() + 16);
    for (quint64 i = 1; i <= durable.frames; ++i) {
        if (file.read(reinterpret_cast<char *>(frame.data()), SealedWal::frameSize) != SealedWal::frameSize)
            return shorter();
        const PageContext context = walPage(store.id, salts, frame.data(), static_cast<quint32>(i));
        const bool isOfThisLog = std::memcmp(frame.data() + 8, header.data() + 16, 8) == 0;
        if (!isOfThisLog || !store.cipher.open(frame.data() + SealedWal::frameHeaderSize, content.data(), context))
            return fail(ErrorCode::Corrupt, u"frame "_s + QString::number(i) + u" of the write-ahead log"_s);
        checksum.add(std::span(frame).first(8));
        checksum.add(content);
        if (!checksum.matches(frame.data() + 16))
            return fail(ErrorCode::Corrupt, u"header of frame "_s + QString::number(i) + u" of the write-ahead log"_s);
    }
    return {};
}

} // namespace reeve::store
