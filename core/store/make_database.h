// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/store/connection.h"
#include "core/store/store_folder.h"

#include <QUuid>

#include <functional>
#include <memory>

namespace reeve::store {

class PageKeyRegistration;

// What a new database begins with; runs after the migrations, before the files are synced.
using FirstContent = std::function<Result<>(Connection &)>;

// The database and the mark of a store whose keys are there, in the making. Used by one thread.
class NewDatabase final
{
public:
    // Makes both, with the schema of today. None may be there before.
    [[nodiscard]] static Result<std::unique_ptr<NewDatabase>>
    make(const StoreFiles &files, const crypto::Secret &dataKey, const QUuid &storeUuid);
    NewDatabase(const NewDatabase &) = delete;
    NewDatabase &operator=(const NewDatabase &) = delete;
    ~NewDatabase();

    // Once: fills it, in one transaction, and closes it. What is there is durable then. DiskFull, Io; what `fill`
    // answers.
    [[nodiscard]] Result<> finish(const FirstContent &fill);

private:
    explicit NewDatabase(const StoreFiles &files);
    [[nodiscard]] Result<> fillWith(const FirstContent &fill);

    const StoreFiles m_files;
    std::unique_ptr<PageKeyRegistration> m_registration;
    std::unique_ptr<Connection> m_connection; // goes before its key
};

} // namespace reeve::store
