// SPDX-License-Identifier: MIT
// From a passphrase that was checked to people on the screen: what a call handler waits for in the morning.
#include "tests/bench/council_people.h"
#include "tests/bench/sealed_desk.h"

#include "core/crypto/key_slots.h"
#include "core/services/person/person_service.h"
#include "core/services/session/desk.h"

#include <benchmark/benchmark.h>

#include <QDir>
#include <QFile>

#include <chrono>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The files of the store go out of the system's cache, as after a night.
void forgetFiles(const QString &folder)
{
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        const int file = ::open(QFile::encodeName(QDir(folder).filePath(name)).constData(), O_RDONLY | O_CLOEXEC);
        ::fsync(file);
        ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

void coldStart(benchmark::State &state)
{
    SealedDesk sealed;
    loadPeople(sealed.desk->store());
    const QString folder = sealed.desk->store().folder();
    const auto policy = services::Policy::builtIn();
    for (auto _ : state) {
        sealed.desk.reset();
        forgetFiles(folder);

        // Opening checks the passphrase too: what that takes alone is taken off.
        auto start = std::chrono::steady_clock::now();
        const auto slotsFile = crypto::KeySlots::read(QDir(folder).filePath(u"reeve.keys"_s));
        if (!slotsFile || !slotsFile->open(sealed.agent, sealed.passphrase))
            state.SkipWithError("the passphrase was not taken");
        const double check = secondsSince(start);
        forgetFiles(folder);

        start = std::chrono::steady_clock::now();
        auto opened = services::Desk::openNow(folder, sealed.agent, sealed.passphrase, sealed.clock, *policy);
        if (!opened)
            state.SkipWithError("not opened");
        sealed.desk = *opened;
        const auto found = services::PersonService(*sealed.desk).search(u"smith"_s, 20).result();
        if (!found || found->empty())
            state.SkipWithError("nobody was found");
        state.SetIterationTime(secondsSince(start) - check);
    }
}
BENCHMARK(coldStart)
    ->Name("cold start to the first search/reeve")
    ->Iterations(1)
    ->Repetitions(5)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace reeve::bench
