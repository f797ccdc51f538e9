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

namespace reeve::store {

// The encrypted store of one desk: a folder with
//   reeve.keys      key slots (core/crypto/key_slots.h); no personal data
//   reeve.db        SQLite, every page sealed (core/store/page_vfs.h), and its -wal and -shm
//   reeve.mark      how much of the WAL was durable, so that a truncated one is noticed
//   reeve.lock      held while a process has the store open
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

    // Makes the folder, the keys and an empty store, durably, all or nothing.
    // InvalidInput when a store is there already or the passphrase is shorter than 8 characters; NetworkShare,
    // ReadOnly, DiskFull, Io.
    [[nodiscard]] static Result<> create(const NewStore &request);

    // Opens, checks and migrates. Takes as long as Argon2id asks (0.2–1 s): not for the GUI thread.
    // WrongPassphrase, Throttled, Corrupt (also a truncated WAL), NotEncrypted, NewerVersion, InUse, NetworkShare,
    // ReadOnly, NotFound. Whatever it answers but success, nothing in the folder was changed.
    // An empty `agentName` tries every slot.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &folder, const QString &agentName,
                                                             const crypto::Secret &passphrase, const Clock &clock);

    // Names of the agents with a key slot; readable without a passphrase.
    [[nodiscard]] static Result<QStringList> agentNames(const QString &folder);

    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    ~Store();

    // The agent whose slot opened the store.
    [[nodiscard]] QString agentName() const;
    [[nodiscard]] QString folder() const;

    // Runs `job(Connection &) -> Result<T>` on the writer in one transaction with synchronous=FULL: committed when
    // it returns a value, rolled back when it returns an error. The future is finished only after the commit is
    // durable. DiskFull, ReadOnly, Busy, Corrupt and Io may come from the commit itself.
    template <typename Job>
    [[nodiscard]] auto write(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        return post(Lane::Writer, std::move(job));
    }

    // The same on the reader, in a read transaction: one consistent state, and no writing.
    template <typename Job>
    [[nodiscard]] auto read(Job job) -> QFuture<std::invoke_result_t<Job &, Connection &>>
    {
        return post(Lane::Reader, std::move(job));
    }

private:
    enum class Lane { Writer, Reader };
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

    class Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace reeve::store
