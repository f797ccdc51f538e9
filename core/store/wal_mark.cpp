// SPDX-License-Identifier: MIT
#include "core/store/wal_mark.h"

#include "core/base/logging.h"
#include "core/crypto/durable_file.h"

#include <QFile>
#include <QtEndian>

#include <sodium.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// A slot: magic 8, sequence 8, WAL header 32, frames 8, MAC 32. The slots lie in different disk blocks.
constexpr std::array<unsigned char, 8> magic{'R', 'E', 'E', 'V', 'E', 'M', 'K', '1'};
constexpr std::size_t sequenceAt = 8;
constexpr std::size_t headerAt = 16;
constexpr std::size_t framesAt = 48;
constexpr std::size_t macAt = 56;
constexpr std::size_t macSize = 32;
constexpr std::size_t slotSize = macAt + macSize;
constexpr off_t slotDistance = 4096;

using Slot = std::array<unsigned char, slotSize>;

void authenticate(const Slot &slot, const crypto::Secret &key, const StoreId &store, unsigned char *mac)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), macSize);
    crypto_generichash_update(&state, store.data(), store.size());
    crypto_generichash_update(&state, slot.data(), macAt);
    crypto_generichash_final(&state, mac, macSize);
}

} // namespace

WalMark::WalMark(int file, crypto::Secret key, const StoreId &store)
    : m_file(file),
      m_key(std::move(key)),
      m_store(store)
{}

WalMark::~WalMark()
{
    ::close(m_file);
}

Result<std::unique_ptr<WalMark>> WalMark::create(const QString &file, crypto::Secret key, const StoreId &store)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0)
        return fail(crypto::errorCodeOfErrno(errno), u"mark: "_s + qt_error_string(errno));
    crypto::giveToOwnerOfFolder(handle, file);
    auto mark = std::unique_ptr<WalMark>(new WalMark(handle, std::move(key), store));
    if (!mark->write(0, {}) || !mark->write(1, {}) || ::fsync(handle) != 0)
        return fail(crypto::errorCodeOfErrno(errno), u"mark: "_s + qt_error_string(errno));
    return mark;
}

Result<std::unique_ptr<WalMark>> WalMark::open(const QString &file, crypto::Secret key, const StoreId &store)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC);
    if (handle < 0) {
        return fail(errno == ENOENT ? ErrorCode::Corrupt : crypto::errorCodeOfErrno(errno),
                    u"mark: "_s + qt_error_string(errno));
    }
    auto mark = std::unique_ptr<WalMark>(new WalMark(handle, std::move(key), store));
    if (!mark->load())
        return fail(ErrorCode::Corrupt, u"the mark does not authenticate"_s);
    return mark;
}

bool WalMark::load()
{
    bool found = false;
    for (int i = 0; i < 2; ++i) {
        Slot slot{};
        std::array<unsigned char, macSize> mac{};
        if (::pread(m_file, slot.data(), slotSize, i * slotDistance) != static_cast<ssize_t>(slotSize))
            continue;
        authenticate(slot, m_key, m_store, mac.data());
        if (std::memcmp(slot.data(), magic.data(), magic.size()) != 0 ||
            sodium_memcmp(mac.data(), slot.data() + macAt, macSize) != 0)
            continue;
        const auto sequence = qFromLittleEndian<quint64>(slot.data() + sequenceAt);
        if (found && sequence <= m_sequence)
            continue;
        found = true;
        m_sequence = sequence;
        std::memcpy(m_extent.header.data(), slot.data() + headerAt, m_extent.header.size());
        m_extent.frames = qFromLittleEndian<quint64>(slot.data() + framesAt);
    }
    return found;
}

bool WalMark::write(int slot, const WalExtent &extent)
{
    Slot bytes{};
    std::memcpy(bytes.data(), magic.data(), magic.size());
    qToLittleEndian<quint64>(++m_sequence, bytes.data() + sequenceAt);
    std::memcpy(bytes.data() + headerAt, extent.header.data(), extent.header.size());
    qToLittleEndian<quint64>(extent.frames, bytes.data() + framesAt);
    authenticate(bytes, m_key, m_store, bytes.data() + macAt);
    return ::pwrite(m_file, bytes.data(), slotSize, slot * slotDistance) == static_cast<ssize_t>(slotSize);
}

WalExtent WalMark::extent() const
{
    const std::scoped_lock lock(m_mutex);
    return m_extent;
}

void WalMark::record(const WalExtent &extent)
{
    const std::scoped_lock lock(m_mutex);
    if (extent == m_extent)
        return;
    // The slot that does not hold the newest value: sequence n lies in slot n % 2.
    if (write(static_cast<int>((m_sequence + 1) % 2), extent))
        m_extent = extent;
    else
        qCWarning(logStore) << "the mark could not be moved:" << qt_error_string(errno);
}

bool WalMark::forget()
{
    const std::scoped_lock lock(m_mutex);
    if (m_extent.frames == 0)
        return true;
    for (int i = 0; i < 2; ++i) {
        if (!write(static_cast<int>((m_sequence + 1) % 2), {}))
            return false;
    }
    if (::fdatasync(m_file) != 0)
        return false;
    m_extent = {};
    return true;
}

} // namespace reeve::store
