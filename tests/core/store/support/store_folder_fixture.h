// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/store.h"
#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace reeve::test {

// A passphrase, as the tests write them.
[[nodiscard]] inline crypto::Secret secret(const char *text)
{
    return crypto::Secret(QByteArrayView(text));
}

// The least that Argon2id may cost, so that tests are quick.
[[nodiscard]] inline crypto::Argon2Cost quickCost()
{
    return {8ULL << 20, 1};
}

// A folder that goes away with the test, for one store. Real files.
class StoreFolderFixture final
{
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("store")); }
    [[nodiscard]] QString file(const char *name) const { return path() + QLatin1Char('/') + QLatin1StringView(name); }

    [[nodiscard]] Result<> create(const QByteArray &councilPublicKey = {}) const
    {
        return store::Store::create(
            {path(), QStringLiteral("asha"), secret("correct horse"), councilPublicKey, quickCost()});
    }
    [[nodiscard]] Result<std::unique_ptr<store::Store>> open(const char *passphrase = "correct horse") const
    {
        return store::Store::open(path(), QStringLiteral("asha"), secret(passphrase), clock);
    }
    // Made and opened.
    [[nodiscard]] std::unique_ptr<store::Store> fresh() const
    {
        REQUIRE(create());
        auto opened = open();
        REQUIRE(opened);
        return std::move(*opened);
    }

    // Every file of the folder with a hash of its content: equal before and after means that nothing was touched.
    [[nodiscard]] std::map<QString, QByteArray> content() const
    {
        std::map<QString, QByteArray> files;
        const QStringList names = QDir(path()).entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names) {
            QFile opened(path() + QLatin1Char('/') + name);
            REQUIRE(opened.open(QIODevice::ReadOnly));
            files[name] = QCryptographicHash::hash(opened.readAll(), QCryptographicHash::Sha256);
        }
        return files;
    }

    mutable TestClock clock;

private:
    QTemporaryDir m_folder;
};

// Runs a job on the writer and waits. For tests only: production code never waits.
template <typename Job>
auto writeNow(store::Store &store, Job job)
{
    return store.write(std::move(job)).result();
}

template <typename Job>
auto readNow(store::Store &store, Job job)
{
    return store.read(std::move(job)).result();
}

} // namespace reeve::test
