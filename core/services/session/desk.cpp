// SPDX-License-Identifier: MIT
#include "core/services/session/desk.h"

#include "core/base/logging.h"
#include "core/crypto/sign_in_throttle.h"
#include "core/services/session/audit.h"
#include "core/store/desk_repository.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"

#include <QHash>
#include <QtConcurrentRun>

#include <array>
#include <atomic>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

// Settings the window asks for while it is being built: read once at sign-in, so that asking never waits.
constexpr std::array settingNames{u"language", u"theme", u"density", u"scale", u"window", u"demo"};

struct Remembered
{
    QString displayName;
    QString deskName;
    domain::Roles roles;
    QHash<QString, QString> settings;
    bool hasSamplePeople = false;
};

Result<Remembered> readRemembered(store::Connection &connection, const QString &agent)
{
    const store::DeskRepository repository(connection);
    Remembered found;

    const auto state = repository.state();
    if (state)
        found.deskName = state->deskName;
    else if (state.error().code != ErrorCode::NotFound)
        return fail(state);

    const auto name = repository.displayName(agent);
    if (!name)
        return fail(name);
    found.displayName = *name;

    const auto roles = repository.roles(agent);
    if (!roles)
        return fail(roles);
    found.roles = roles->empty() ? domain::Roles{domain::Role::Handler} : *roles;

    const auto hasSamplePeople = repository.hasSamplePeople();
    if (!hasSamplePeople)
        return fail(hasSamplePeople);
    found.hasSamplePeople = *hasSamplePeople;

    for (const char16_t *settingName : settingNames) {
        const QString key = QString::fromUtf16(settingName);
        const auto value = repository.setting(agent, key);
        if (!value)
            return fail(value);
        found.settings.insert(key, *value);
    }
    return found;
}

// The sign-in; before it, how often somebody was refused since the one before, when the store was sealed. Those are
// counted until they are in the audit for good.
Result<> auditSignIn(Desk &desk)
{
    using crypto::SignInThrottle;
    const QString tries = store::StoreFiles(desk.store().folder()).tries;
    const SignInThrottle::Refused refused = SignInThrottle::refused(tries);
    const auto write = [&desk, refused](store::Connection &connection) -> Result<> {
        const Job job(desk, connection);
        if (refused.count > 0) {
            const QJsonObject details{{u"count"_s, refused.count},
                                      {u"first_at"_s, toRfc3339(fromMilliseconds(refused.firstAt))},
                                      {u"last_at"_s, toRfc3339(fromMilliseconds(refused.lastAt))}};
            const AuditNote note{
                .action = u"sign_in_refused"_s, .objectType = u"desk"_s, .outcome = u"denied"_s, .details = details};
            if (const auto noted = writeAudit(job, note); !noted)
                return noted;
        }
        return writeAudit(job, {.action = u"sign_in"_s, .objectType = u"desk"_s});
    };
    const auto written = desk.store().writeFromReserve(write).takeResult();
    if (written && refused.count > 0)
        SignInThrottle::forgetRefused(tries);
    return written;
}

} // namespace

class Desk::Private
{
public:
    Private(std::unique_ptr<store::Store> opened, const Clock &time, Policy rules)
        : clock(time),
          policy(std::move(rules)),
          ids(time),
          agent(opened->agentName()),
          store(std::move(opened))
    {}

    const Clock &clock;
    const Policy policy;
    IdSource ids;
    const QString agent;

    mutable std::mutex mutex; // guards `remembered`
    Remembered remembered;
    std::atomic<bool> isDemo = false;
    std::atomic<bool> isOnline = false;
    QUuid session;

    // The last, so that it goes first: its threads finish the jobs that are queued, and those use what stands above.
    std::unique_ptr<store::Store> store;
};

Desk::Desk(std::unique_ptr<Private> data) : d(std::move(data)) {}

Desk::~Desk() = default;

Result<std::shared_ptr<Desk>> Desk::openNow(const QString &folder, const QString &agentName,
                                            const crypto::Secret &passphrase, const Clock &clock, const Policy &policy)
{
    auto opened = store::Store::open(folder, agentName, passphrase, clock);
    if (!opened)
        return fail(opened);

    auto data = std::make_unique<Private>(std::move(*opened), clock, policy);
    auto remembered =
        data->store
            ->read([agent = data->agent](store::Connection &connection) { return readRemembered(connection, agent); })
            .takeResult();
    if (!remembered)
        return fail(remembered);

    data->remembered = std::move(*remembered);
    data->isDemo = data->remembered.hasSamplePeople || data->remembered.settings.value(u"demo"_s) == u"1"_s;
    data->session = data->ids.next();
    std::shared_ptr<Desk> desk(new Desk(std::move(data)));
    // A disk that is full, the reserve too, must not keep anybody from the people on this desk: only this trace may be
    // missing then.
    if (const auto written = auditSignIn(*desk); !written)
        qCWarning(logStore) << "the sign-in is not in the audit:" << errorName(written.error().code);
    return desk;
}

QFuture<Result<std::shared_ptr<Desk>>> Desk::open(const QString &folder, const QString &agentName,
                                                  const crypto::Secret &passphrase, const Clock &clock,
                                                  const Policy &policy)
{
    return QtConcurrent::run([folder, agentName, passphrase, &clock, policy] {
        return openNow(folder, agentName, passphrase, clock, policy);
    });
}

QStringList Desk::agentNames(const QString &folder)
{
    return store::Store::agentNames(folder).value_or(QStringList());
}

void Desk::refresh()
{
    auto remembered =
        d->store->read([agent = d->agent](store::Connection &connection) { return readRemembered(connection, agent); })
            .takeResult();
    if (!remembered)
        return;
    if (remembered->hasSamplePeople)
        d->isDemo = true;
    const std::scoped_lock lock(d->mutex);
    remembered->settings = d->remembered.settings; // ours are newer: they may still be queued for writing
    d->remembered = std::move(*remembered);
}

QString Desk::agentName() const
{
    return d->agent;
}

QString Desk::agentDisplayName() const
{
    const std::scoped_lock lock(d->mutex);
    return d->remembered.displayName;
}

QString Desk::deskName() const
{
    const std::scoped_lock lock(d->mutex);
    return d->remembered.deskName;
}

domain::Roles Desk::roles() const
{
    const std::scoped_lock lock(d->mutex);
    return d->remembered.roles;
}

void Desk::rememberRoles(const domain::Roles &roles)
{
    const std::scoped_lock lock(d->mutex);
    d->remembered.roles = roles;
}

bool Desk::isDemo() const
{
    return d->isDemo;
}

QUuid Desk::sessionId() const
{
    return d->session;
}

bool Desk::isOnline() const
{
    return d->isOnline;
}

void Desk::setOnline(bool isOnline)
{
    d->isOnline = isOnline;
}

QFuture<Result<>> Desk::audit(const QString &action, const QString &reason)
{
    return d->store->writeFromReserve([this, action, reason](store::Connection &connection) {
        AuditNote note;
        note.action = action;
        note.objectType = u"desk"_s;
        note.reason = reason;
        return writeAudit(Job(*this, connection), note);
    });
}

void Desk::markDemo()
{
    if (!d->isDemo.exchange(true))
        setSetting(u"demo"_s, u"1"_s);
}

QString Desk::setting(const QString &name) const
{
    {
        const std::scoped_lock lock(d->mutex);
        const auto found = d->remembered.settings.constFind(name);
        if (found != d->remembered.settings.cend())
            return *found;
    }
    const auto value = d->store
                           ->read([agent = d->agent, name](store::Connection &connection) {
                               return store::DeskRepository(connection).setting(agent, name);
                           })
                           .takeResult();
    const std::scoped_lock lock(d->mutex);
    if (value && !d->remembered.settings.contains(name))
        d->remembered.settings.insert(name, *value);
    return d->remembered.settings.value(name);
}

void Desk::setSetting(const QString &name, const QString &value)
{
    {
        const std::scoped_lock lock(d->mutex);
        d->remembered.settings.insert(name, value);
    }
    // Not waited for: a theme that is lost with a failing disk is the least of the handler's worries.
    static_cast<void>(d->store->write([agent = d->agent, name, value](store::Connection &connection) -> Result<> {
        return store::DeskRepository(connection).setSetting(agent, name, value);
    }));
}

store::Store &Desk::store() const noexcept
{
    return *d->store;
}

IdSource &Desk::ids() const noexcept
{
    return d->ids;
}

const Clock &Desk::clock() const noexcept
{
    return d->clock;
}

const Policy &Desk::policy() const noexcept
{
    return d->policy;
}

} // namespace reeve::services
