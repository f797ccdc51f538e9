// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/store/connection.h"

#include <QFuture>
#include <QPromise>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace reeve::crypto {
class KeySlots;
}

namespace reeve::store {

// The encrypted store of one desk: a folder with
//   reeve.keys      key slots (core/crypto/key_slots.h); no personal data
//   reeve.db        SQLite, every page sealed (core/store/page_vfs.h), and its -wal and -shm
//   reeve.mark      how much of the WAL was durable, so that a truncated one is noticed
//   reeve.lock      held while a process has the store open
//   reeve.reserve   room on the disk, so that a full one can be opened and delivered from (reserve.h)
//   reeve.wiping    while it is being destroyed: what will be left of it, as reeve.wiped
//   reeve.next/     a store with a new data key, complete, that takes this one's place at the next open
//
// Owns two threads, each with its own connection: the writer (one job = one transaction) and the reader. Jobs are
// values; they run in the order they were given. Thread-safe. The destructor finishes queued jobs first.
class Store final
{
public:
    struct NewStore
    {
        QString folder;    // made when missing; refused when it holds a store already
        QString agentName; // of the first key slot
        crypto::Secret passphrase;
        QByteArray councilPublicKey; // 32 bytes: the recovery slot is sealed to it; empty for none
        crypto::Argon2Cost cost;     // default: what the machine allows, at least 64 MiB, 3 passes
    };

    // Makes the folder, the keys and an empty store, durably, all or nothing (in two steps: unfinished_store.h).
    // InvalidInput when a store is there already or the passphrase is shorter than 8 characters; NetworkShare,
    // ReadOnly, DiskFull, Io.
    [[nodiscard]] static Result<> create(const NewStore &request);

    // Opens, checks and migrates; also on a disk that is full to the last byte: what is there can be read and
    // delivered. Takes as long as Argon2id asks (0.2–1 s): not for the GUI thread. WrongPassphrase, Throttled, Corrupt
    // (also a truncated WAL), NotEncrypted, NewerVersion, InUse, NetworkShare, ReadOnly, NotFound; DiskFull where not
    // even the reserve was there. Whatever it answers but success, nothing in the folder was changed; but with
    // DeviceRevoked a wipe that was cut off is finished first. An empty `agentName` tries every slot.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &folder, const QString &agentName,
                                                             const crypto::Secret &passphrase, const Clock &clock);

    // What recover() saved from a damaged store.
    struct Recovered
    {
        qint64 entries = 0;      // of the outbox, for sending again or kept as safe
        qint64 missing = 0;      // between the first and the last of them, by their numbers: lost with their pages
        qint64 drafts = 0;       // interactions in work
        qint64 damagedPages = 0; // that no longer open
        bool isEnrolled = false; // who the desk is was readable; without it the entries wait for an enrolment
        QString setAside;        // name of the damaged database, in the same folder, never deleted
    };

    // For a store that open() calls Corrupt: sets the damaged database aside and makes a new one with the same keys
    // that holds what must not be lost: the outbox, interactions in work, who the desk is. All else comes back from
    // the centre. Cut off at any moment, it can be run again.
    // InvalidInput when nothing is wrong with the store, when its keys file is damaged, or when not one page opens with
    // it (it belongs to another state of the store), and nothing is changed; else as open().
    [[nodiscard]] static Result<Recovered> recover(const QString &folder, const QString &agentName,
                                                   const crypto::Secret &passphrase, const Clock &clock);

    // Names of the agents with a key slot; readable without a passphrase.
    [[nodiscard]] static Result<QStringList> agentNames(const QString &folder);

    // --- the life of the keys, while nobody has the store open (store_keys.cpp, store_rotation.cpp)

    // Gives `agent` a slot, or a new passphrase, with the council's secret key: for a lost passphrase. What waits in
    // the store stays as it is. NotFound without a recovery slot; WrongPassphrase for another council's key;
    // InvalidInput, InUse, Corrupt, Io.
    [[nodiscard]] static Result<> recover(const QString &folder, const crypto::Secret &councilSecretKey,
                                          const QString &agent, const crypto::Secret &passphrase,
                                          crypto::Argon2Cost cost = {});

    struct Passphrase
    {
        QString agent;
        crypto::Secret passphrase;
    };
    // A new data key: every page is sealed again, into files beside the old ones, which take their place at once. Cut
    // off anywhere, the next open() finds the old store or the new one, whole. Slots whose passphrase is not among
    // `known` cannot follow and are dropped; the first of `known` must open the store. Answers the names dropped.
    // `councilPublicKey` seals the new recovery slot; empty: there is none afterwards.
    [[nodiscard]] static Result<QStringList> rotateKey(const QString &folder, const std::vector<Passphrase> &known,
                                                       const QByteArray &councilPublicKey, const Clock &clock,
                                                       crypto::Argon2Cost cost = {});

    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    ~Store();

    // The agent whose slot opened the store.
    [[nodiscard]] QString agentName() const;
    [[nodiscard]] QString folder() const;

    // Slots of this open store. Each blocks as long as Argon2id asks and is durable when it returns.
    // InvalidInput when the name is empty or there already, or the passphrase is too short.
    [[nodiscard]] Result<> addAgent(const QString &agent, const crypto::Secret &passphrase,
                                    crypto::Argon2Cost cost = {}) const;
    // NotFound; InvalidInput when nobody could open the store any more.
    [[nodiscard]] Result<> removeAgent(const QString &agent) const;
    // Of the agent who has it open. WrongPassphrase when `old` is not theirs; InvalidInput.
    [[nodiscard]] Result<> changePassphrase(const crypto::Secret &old, const crypto::Secret &passphrase,
                                            crypto::Argon2Cost cost = {}) const;

    // Seals the recovery slot to this council (32 bytes), whoever it was sealed to before.
    [[nodiscard]] Result<> setRecovery(const QByteArray &councilPublicKey) const;

    // Destroys the store for good: the key slots first, so that what is left from there on is noise, then every file
    // of it. Every job from then on answers DeviceRevoked. `epitaph` (no secret) is left behind in reeve.wiped, so that
    // the next one who looks learns what happened. Cut off while the keys are overwritten or later, the next open()
    // finishes it; before that, the store is as it was.
    [[nodiscard]] Result<> erase(const QByteArray &epitaph) const;
    // What erase() left there; empty when it never was.
    [[nodiscard]] static QByteArray epitaph(const QString &folder);

    // Runs `job(Connection &) -> Result<T>` on the writer in one transaction with synchronous=FULL: committed when
    // it returns a value, rolled back when it returns an error. The future is finished only after the commit is
    // durable. DiskFull, ReadOnly, Busy, Corrupt and Io may come from the commit itself; DiskFull also before.
    template <typename Job>
    [[nodiscard]] auto write(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        return post(Lane::Writer, std::move(job));
    }

    // The same for what must go on when the disk is full: noting what the centre answered, and the trace of what was
    // read. It may use up the reserve, and is run a second time, from the start, when there was no room for the first.
    template <typename Job>
    [[nodiscard]] auto writeFromReserve(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        return post(Lane::GoingOn, std::move(job));
    }

    // Whether write() finds room, as was last seen; DiskFull else. Each write() looks again.
    [[nodiscard]] bool hasRoom() const noexcept;

    // The same on the reader, in a read transaction: one consistent state, and no writing.
    template <typename Job>
    [[nodiscard]] auto read(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        return post(Lane::Reader, std::move(job));
    }

    // Waits until everybody stored so far can be found: at the first start after a migration that may take half a
    // minute for a million people, afterwards a moment. Searches need not wait: they answer from those known so far.
    // Not for the GUI thread.
    [[nodiscard]] Result<> awaitIndex();
    struct IndexProgress
    {
        qint64 known = 0;   // people who can be found
        qint64 missing = 0; // and those still to come
    };
    [[nodiscard]] IndexProgress indexProgress() const;

private:
    enum class Lane { Writer, GoingOn, Reader }; // the second is the writer's too
    // Runs on the lane's thread. `body` does the work and says whether to commit; `finish` is called with the
    // outcome of the transaction itself (of begin or commit), after it.
    using Body = std::function<Result<>(Connection &)>;
    using Finish = std::function<void(Result<>)>;
    void enqueue(Lane lane, Body body, Finish finish);

    template <typename Job>
    [[nodiscard]] auto post(Lane lane, Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        using Answer = std::invoke_result_t<Job &, Connection &>;
        struct State
        {
            Job job;
            QPromise<Answer> promise;
            std::optional<Answer> answer;
        };
        auto state = std::make_shared<State>(State{std::move(job), {}, {}});
        state->promise.start();
        QFuture<Answer> future = state->promise.future();
        enqueue(
            lane,
            [state](Connection &connection) -> Result<> {
                state->answer.emplace(state->job(connection));
                if (!*state->answer)
                    return fail(*state->answer);
                return {};
            },
            [state](const Result<> &outcome) {
                if (!outcome)
                    state->promise.addResult(Answer(fail(outcome)));
                else
                    state->promise.addResult(std::move(*state->answer));
                state->promise.finish();
            });
        return future;
    }

    // Changes the slots file as a whole.
    using ChangeKeys = std::function<Result<>(crypto::KeySlots &, const crypto::Secret &dataKey)>;
    [[nodiscard]] Result<> changeKeys(const ChangeKeys &change) const;
    void markErased() const noexcept;

    class Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace reeve::store
