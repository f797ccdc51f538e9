// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/connection.h"
#include "core/store/page_vfs.h"
#include "core/store/sealed_store.h"
#include "tests/support/result_printing.h"

#include <QTemporaryDir>

#include <memory>

namespace reeve::test {

// A sealed database without a Store around it: one file, its mark, and its key registered.
class SealedFileFixture final
{
public:
    SealedFileFixture()
    {
        auto mark = store::WalMark::create(path("reeve.mark"), m_markKey, id);
        REQUIRE(mark);
        sealed =
            std::make_shared<store::SealedStore>(crypto::PageCipher(crypto::Secret::random(32)), id, std::move(*mark));
        auto added = store::PageKeyRegistration::add(path("reeve.db"), sealed);
        REQUIRE(added);
        registration = std::move(*added);
    }

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }
    [[nodiscard]] std::unique_ptr<store::Connection>
    connect(store::Connection::Access access = store::Connection::Access::ReadWrite) const
    {
        auto opened = store::Connection::open(path("reeve.db"), access);
        REQUIRE(opened);
        return std::move(*opened);
    }
    // As the disk has it now.
    [[nodiscard]] store::WalExtent markOnDisk() const
    {
        const auto mark = store::WalMark::open(path("reeve.mark"), m_markKey, id);
        REQUIRE(mark);
        return (*mark)->extent();
    }

    const store::StoreId id{1, 2, 3};
    std::shared_ptr<store::SealedStore> sealed;
    std::unique_ptr<store::PageKeyRegistration> registration;

private:
    QTemporaryDir m_folder;
    const crypto::Secret m_markKey = crypto::Secret::random(32);
};

} // namespace reeve::test
