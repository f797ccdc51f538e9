// SPDX-License-Identifier: MIT
#include "core/store/salvaged_pages.h"

#include "core/store/page_context.h"
#include "core/store/sealed_wal.h"

#include <QFile>
#include <QtEndian>

#include <array>
#include <utility>

namespace reeve::store {

namespace {

constexpr int pageSize = crypto::PageCipher::pageSize;
constexpr int usableSize = crypto::PageCipher::contentSize;
constexpr int firstPageHeader = 100;
constexpr char tableLeaf = 13;
constexpr quint32 walMagic = 0x377f0683;

quint32 word(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

int half(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

// A variable-length integer; nothing when it runs over the end.
std::optional<qint64> readVarint(const QByteArray &bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= bytes.size())
            return std::nullopt;
        const auto byte = static_cast<quint8>(bytes.at(at++));
        if (i == 8)
            return static_cast<qint64>((value << 8) | byte);
        value = (value << 7) | (byte & 0x7f);
        if ((byte & 0x80) == 0)
            return static_cast<qint64>(value);
    }
    return std::nullopt;
}

std::optional<SalvagedRow::Value> readValue(const QByteArray &record, qsizetype &at, qint64 type)
{
    static constexpr std::array<int, 7> integerSizes{0, 1, 2, 3, 4, 6, 8};
    if (type == 0)
        return SalvagedRow::Value();
    if (type == 8 || type == 9)
        return SalvagedRow::Value(type - 8);
    if (type >= 1 && type <= 6) {
        const int size = integerSizes.at(static_cast<std::size_t>(type));
        if (at + size > record.size())
            return std::nullopt;
        qint64 value = static_cast<qint8>(record.at(at)); // the sign
        for (int i = 1; i < size; ++i)
            value = value * 256 + static_cast<quint8>(record.at(at + i));
        at += size;
        return SalvagedRow::Value(value);
    }
    if (type < 12) // 7 is a floating-point number, of which we store none
        return std::nullopt;
    const qint64 size = (type - 12) / 2;
    if (size > record.size() - at)
        return std::nullopt;
    const QByteArray bytes = record.mid(at, size);
    at += size;
    if (type % 2 == 0)
        return SalvagedRow::Value(bytes);
    return SalvagedRow::Value(QString::fromUtf8(bytes));
}

std::optional<std::vector<SalvagedRow::Value>> readRecord(const QByteArray &record)
{
    qsizetype at = 0;
    const auto headerSize = readVarint(record, at);
    if (!headerSize || *headerSize > record.size())
        return std::nullopt;
    std::vector<SalvagedRow::Value> values;
    qsizetype valueAt = *headerSize;
    while (at < *headerSize) {
        const auto type = readVarint(record, at);
        if (!type)
            return std::nullopt;
        auto value = readValue(record, valueAt, *type);
        if (!value)
            return std::nullopt;
        values.push_back(std::move(*value));
    }
    return values;
}

} // namespace

SalvagedPages::SalvagedPages(const QString &databaseFile, const QString &walFile, const crypto::PageCipher &cipher,
                             const StoreId &store)
{
    readDatabase(databaseFile, cipher, store);
    readWal(walFile, cipher, store);
}

void SalvagedPages::readDatabase(const QString &file, const crypto::PageCipher &cipher, const StoreId &store)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    for (quint32 number = 1; !source.atEnd(); ++number) {
        const QByteArray sealed = source.read(pageSize);
        QByteArray content(pageSize, '\0');
        const bool isOpen = sealed.size() == pageSize &&
                            cipher.open(reinterpret_cast<const unsigned char *>(sealed.constData()),
                                        reinterpret_cast<unsigned char *>(content.data()), databasePage(store, number));
        if (isOpen)
            m_pages.emplace(number, std::move(content));
        else
            m_damaged.insert(number);
        if (sealed.size() < pageSize)
            return;
    }
}

// Frame by frame up to the last commit; one that does not authenticate leaves an older state of its page at worst.
// Behind the end lie frames of an earlier log, which other salts tell: they are older than the database.
void SalvagedPages::readWal(const QString &file, const crypto::PageCipher &cipher, const StoreId &store)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    const QByteArray header = source.read(SealedWal::headerSize);
    if (header.size() < SealedWal::headerSize)
        return;
    std::optional<quint64> salts; // of the header, or of the first frame that is authentic
    if ((word(header, 0) | 1) == walMagic)
        salts = qFromUnaligned<quint64>(header.constData() + 16);
    std::map<quint32, QByteArray> waiting; // of a transaction whose commit has not come yet
    for (quint32 number = 1; !source.atEnd(); ++number) {
        const QByteArray frame = source.read(SealedWal::frameSize);
        if (frame.size() < SealedWal::frameSize)
            return;
        const auto *bytes = reinterpret_cast<const unsigned char *>(frame.constData());
        QByteArray content(pageSize, '\0');
        const auto own = qFromUnaligned<quint64>(bytes + 8);
        if (cipher.open(bytes + SealedWal::frameHeaderSize, reinterpret_cast<unsigned char *>(content.data()),
                        walPage(store, own, bytes, number))) {
            if (salts.value_or(own) != own)
                break;
            salts = own;
            waiting.insert_or_assign(word(frame, 0), std::move(content));
        } else if (word(frame, 4) == 0 && word(frame, 0) != 0 && word(frame, 0) < 1U << 24)
            m_damaged.insert(word(frame, 0));
        if (word(frame, 4) == 0)
            continue;
        for (auto &[page, image] : waiting) {
            m_damaged.erase(page);
            m_pages.insert_or_assign(page, std::move(image));
        }
        waiting.clear();
    }
}

std::vector<SalvagedRow> SalvagedPages::rows() const
{
    std::vector<SalvagedRow> found;
    for (const auto &[number, page] : m_pages) {
        const int start = number == 1 ? firstPageHeader : 0;
        if (page.at(start) != tableLeaf)
            continue;
        const int cells = half(page, start + 3);
        for (int i = 0; i < cells && start + 8 + 2 * i + 2 <= usableSize; ++i) {
            if (auto row = rowAt(page, half(page, start + 8 + 2 * i)))
                found.push_back(std::move(*row));
        }
    }
    return found;
}

std::optional<SalvagedRow> SalvagedPages::rowAt(const QByteArray &page, int offset) const
{
    qsizetype at = offset;
    const auto size = readVarint(page, at);
    const auto rowid = readVarint(page, at);
    if (!size || !rowid || *size < 0)
        return std::nullopt;
    const auto payload = payloadAt(page, static_cast<int>(at), *size);
    if (!payload)
        return std::nullopt;
    auto values = readRecord(*payload);
    if (!values)
        return std::nullopt;
    return SalvagedRow{*rowid, std::move(*values)};
}

// What does not fit the page goes on in a chain of others (§1.6).
std::optional<QByteArray> SalvagedPages::payloadAt(const QByteArray &page, int offset, qint64 size) const
{
    constexpr qint64 most = usableSize - 35;
    constexpr qint64 least = (usableSize - 12) * 32 / 255 - 23;
    if (size <= most) {
        if (offset + size > usableSize)
            return std::nullopt;
        return page.mid(offset, size);
    }
    const qint64 fitting = least + (size - least) % (usableSize - 4);
    const qint64 local = fitting <= most ? fitting : least;
    if (offset + local + 4 > usableSize || size > (qint64{1} << 30))
        return std::nullopt;
    QByteArray payload = page.mid(offset, local);
    quint32 next = word(page, offset + local);
    while (payload.size() < size) {
        const auto found = m_pages.find(next);
        if (found == m_pages.end())
            return std::nullopt;
        next = word(found->second, 0);
        payload += found->second.mid(4, qMin<qint64>(usableSize - 4, size - payload.size()));
    }
    return payload;
}

} // namespace reeve::store
