// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/domain/bereavement_policy.h"
#include "core/domain/lawful_basis.h"
#include "core/domain/role.h"
#include "core/domain/service_catalogue.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace reeve::store {
class Store;
}

namespace reeve::services {

// What councils decide, as data: resources/policy/*.json.
struct Policy
{
    domain::LawfulBasisPolicy lawfulBasis;
    domain::ServiceCatalogue catalogue;
    domain::BereavementPolicy bereavement;
    int leaseDays = 7;      // without contact for longer, cached people are locked; new work is still taken
    int recordDays = 14;    // how long timelines stay on the desk
    int askAgainDays = 365; // after which somebody is asked whether what is known of them is still right
    int keepSafeDays = 35;  // how long entries stay in the outbox at least
    int idleMinutes = 10;   // untouched for so long, the window hides itself and locks
    int lockedMinutes = 10; // how long a locked desk goes on sending, at most, before its key is dropped

    // The policy compiled into the program. Fails only when the build is wrong.
    [[nodiscard]] static Result<Policy> builtIn();
};

// One agent's session on one desk: the open store, and what every service needs. The services below refer to it;
// it must outlive them. Closed by destruction: queued work is finished first.
class Desk final
{
public:
    // Opens the store in `folder`. `agentName` may be empty: every key slot is tried. Errors as Store::open().
    // Runs on a thread of its own: Argon2id takes its time.
    [[nodiscard]] static QFuture<Result<std::shared_ptr<Desk>>> open(const QString &folder, const QString &agentName,
                                                                     const crypto::Secret &passphrase,
                                                                     const Clock &clock, const Policy &policy);
    // The same, waiting: for reevectl and tests.
    [[nodiscard]] static Result<std::shared_ptr<Desk>> openNow(const QString &folder, const QString &agentName,
                                                               const crypto::Secret &passphrase, const Clock &clock,
                                                               const Policy &policy);

    // Agents with a key slot in that folder; empty when there is no store.
    [[nodiscard]] static QStringList agentNames(const QString &folder);

    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;
    ~Desk();

    [[nodiscard]] QString agentName() const;        // login name
    [[nodiscard]] QString agentDisplayName() const; // "Asha Patel"
    [[nodiscard]] QString deskName() const;         // "Desk 14"
    [[nodiscard]] domain::Roles roles() const;      // as the centre last told; {Handler} before that
    [[nodiscard]] bool isDemo() const;              // a sample council: the window says so
    [[nodiscard]] QUuid sessionId() const;          // of this opening of the store, for the audit

    // Whether the centre is there, as sync last knew: for the audit.
    [[nodiscard]] bool isOnline() const;
    void setOnline(bool isOnline);

    // Writes one act of this agent into the audit that belongs to no other change: "unlock", say. `reason` may be
    // empty.
    [[nodiscard]] QFuture<Result<>> audit(const QString &action, const QString &reason = {});

    // Reads again what the centre may have told since: names, roles, and whether its people are a sample. Waits for the
    // reader: not for the GUI thread.
    void refresh();
    // A service found newer roles, or a made-up person, while it did something else.
    void rememberRoles(const domain::Roles &roles);
    void markDemo();

    // A small setting of this agent on this desk: "language", "theme", "density". Cached: answers at once.
    [[nodiscard]] QString setting(const QString &name) const;
    void setSetting(const QString &name, const QString &value);

    [[nodiscard]] store::Store &store() const noexcept;
    [[nodiscard]] IdSource &ids() const noexcept;
    [[nodiscard]] const Clock &clock() const noexcept;
    [[nodiscard]] const Policy &policy() const noexcept;

private:
    class Private;
    explicit Desk(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace reeve::services
