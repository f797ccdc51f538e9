// SPDX-License-Identifier: MIT
// What the crash tests need beside reevectl: desks that open quickly (Argon2id at its least), a store of an older
// Reeve, and a look at everything that a store holds.
#include "core/base/clock.h"
#include "core/central/postgres_gateway.h"
#include "core/crypto/derived_key.h"
#include "core/crypto/key_slots.h"
#include "core/services/sync/sync_run.h"
#include "core/store/migrator.h"
#include "core/store/page_vfs.h"
#include "core/store/sealed_store.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstring>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

const crypto::Argon2Cost leastCost{8ULL << 20, 1};

crypto::Secret secret(const char *name)
{
    return crypto::Secret(qgetenv(name));
}

int tell(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(errorName(error.code)), qPrintable(error.detail));
    return 1;
}

void print(const QJsonObject &object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
}

int enrol(const QStringList &arguments)
{
    services::Enrolment enrolment;
    enrolment.folder = arguments.value(0);
    enrolment.agent = arguments.value(2);
    enrolment.passphrase = secret("REEVE_PASSPHRASE");
    enrolment.centralPassword = secret("REEVE_CENTRAL_PASSWORD");
    enrolment.deskName = arguments.value(0).section(u'/', -1);
    enrolment.centralUri = arguments.value(1);
    enrolment.cost = leastCost;
    const auto gateway = central::makeGateway(enrolment.centralUri);
    const auto device = services::enrol(enrolment, *gateway, SystemClock());
    if (!device)
        return tell(device.error());
    print({{u"device"_s, device->toString()}});
    return 0;
}

// A store as a Reeve with only the first migrations left it, with entries that were never sent.
Result<> makeOld(const QString &folder, int migrations, int entries)
{
    const store::StoreFiles files(folder);
    store::Store::NewStore request;
    request.folder = folder;
    request.agentName = u"asha"_s;
    request.passphrase = secret("REEVE_PASSPHRASE");
    request.cost = leastCost;
    if (const auto created = store::Store::create(request); !created)
        return created;
    for (const QString &file : {files.database, files.wal, files.walIndex, files.mark})
        QFile::remove(file);

    const auto slotsFile = crypto::KeySlots::read(files.keys);
    if (!slotsFile)
        return fail(slotsFile);
    const auto opened = slotsFile->open(request.agentName, request.passphrase);
    if (!opened)
        return fail(opened);
    store::StoreId id{};
    std::memcpy(id.data(), slotsFile->store().toRfc4122().constData(), id.size());
    auto mark = store::WalMark::create(files.mark, crypto::deriveKey(opened->dataKey, crypto::KeyPurpose::WalMark), id);
    if (!mark)
        return fail(mark);
    const auto registered = store::PageKeyRegistration::add(
        files.database,
        std::make_shared<store::SealedStore>(
            crypto::PageCipher(crypto::deriveKey(opened->dataKey, crypto::KeyPurpose::Pages)), id, std::move(*mark)));
    if (!registered)
        return fail(registered);
    const auto connection = store::Connection::open(files.database, store::Connection::Access::ReadWrite);
    auto steps = store::builtInMigrations();
    if (!connection || !steps)
        return connection ? fail(steps) : fail(connection);
    steps->resize(static_cast<std::size_t>(migrations));
    if (const auto migrated = store::migrate(**connection, *steps); !migrated)
        return migrated;
    for (int i = 1; i <= entries; ++i) {
        const QString row = u"INSERT INTO outbox (sequence, id, kind, aggregate, base_revision, agent, device_time, "
                            "monotonic, skew, has_restricted, content_hash, payload) VALUES (%1, randomblob(16), "
                            "'interaction_logged', randomblob(16), 0, 'asha', 0, 0, 0, 0, x'', "
                            "CAST('{\"n\":%1}' AS BLOB))"_s.arg(i);
        if (const auto added = (*connection)->execute(row); !added)
            return added;
    }
    return {};
}

Result<QJsonArray> rows(store::Connection &connection)
{
    QJsonArray found;
    const auto last = connection.integerOf(u"SELECT coalesce(max(sequence), 0) FROM outbox"_s);
    if (!last)
        return fail(last);
    for (qint64 sequence = 1; sequence <= *last; ++sequence) {
        const auto entry = store::Outbox(connection).find(sequence);
        if (!entry)
            return fail(entry);
        if (!*entry)
            continue;
        const QByteArray hash = QCryptographicHash::hash((*entry)->payload, QCryptographicHash::Sha256);
        found.append(QJsonObject{{u"seq"_s, sequence},
                                 {u"id"_s, (*entry)->id.toString()},
                                 {u"kind"_s, store::toCode((*entry)->kind)},
                                 {u"aggregate"_s, (*entry)->aggregate.toString(QUuid::WithoutBraces)},
                                 {u"state"_s, static_cast<int>((*entry)->state)},
                                 {u"sha256"_s, QString::fromLatin1(hash.toHex())}});
    }
    return found;
}

// Opens the store as the program does, and says what is in it. Fails when anything in it is not as it must be.
int inspect(const QStringList &arguments)
{
    const auto opened = store::Store::open(arguments.value(0), {}, secret("REEVE_PASSPHRASE"), SystemClock());
    if (!opened)
        return tell(opened.error());
    const auto found =
        (*opened)
            ->read([](store::Connection &connection) -> Result<QJsonObject> {
                const auto intact =
                    connection.integerOf(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"_s);
                if (!intact)
                    return fail(intact);
                const auto loose = connection.integerOf(u"SELECT count(*) FROM pragma_foreign_key_check"_s);
                if (!loose)
                    return fail(loose);
                // An interaction of ours and its entry stand or fall together.
                const auto torn = connection.integerOf(
                    u"SELECT count(*) FROM outbox WHERE kind = 'interaction_logged' AND state = 0 AND person IS NOT "
                    u"NULL "
                    "AND NOT EXISTS (SELECT 1 FROM interaction i WHERE i.id = outbox.aggregate)"_s);
                if (!torn)
                    return fail(torn);
                const auto version = connection.integerOf(u"PRAGMA user_version"_s);
                if (!version)
                    return fail(version);
                const auto people = connection.integerOf(u"SELECT count(*) FROM person"_s);
                if (!people)
                    return fail(people);
                const auto entries = rows(connection);
                if (!entries)
                    return fail(entries);
                return QJsonObject{{u"intact"_s, *intact == 1 && *loose == 0 && *torn == 0},
                                   {u"version"_s, *version},
                                   {u"people"_s, *people},
                                   {u"outbox"_s, *entries}};
            })
            .takeResult();
    if (!found)
        return tell(found.error());
    print(*found);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments().mid(1);
    const QString verb = arguments.isEmpty() ? QString() : arguments.takeFirst();
    if (verb == "enrol"_L1)
        return enrol(arguments);
    if (verb == "inspect"_L1)
        return inspect(arguments);
    if (verb == "make-old"_L1) {
        const auto made = makeOld(arguments.value(0), arguments.value(1).toInt(), arguments.value(2).toInt());
        return made ? 0 : tell(made.error());
    }
    std::fprintf(stderr, "enrol FOLDER URI AGENT | inspect FOLDER | make-old FOLDER MIGRATIONS ENTRIES\n");
    return 2;
}
