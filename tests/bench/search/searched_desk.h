// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

#include <QString>

#include <memory>

namespace reeve::bench {

// A sealed store with a borough in it, asked through the store's reader as `reevectl search` asks. Ends the program
// with a message when anything fails.
class SearchedDesk final
{
public:
    // Opens the desk in `folder`, or makes it from the table and says what that took.
    SearchedDesk(const QString &folder, const QString &peopleFile);

    void askEach(const QString &queryFile);
    // Those who register again: is their record among the likely ones, as the person editor asks while they are typed?
    void typeEach(const QString &peopleFile);
    // Names are changed and found: the commit, and the search that first sees it.
    void changeSome();

    // This process in memory, in MB.
    [[nodiscard]] static long residentMegabytes();

private:
    [[nodiscard]] std::unique_ptr<store::Store> open() const;
    void make(const QString &peopleFile) const;
    [[nodiscard]] QStringList ask(const QString &query);

    QString m_folder;
    SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
};

} // namespace reeve::bench
