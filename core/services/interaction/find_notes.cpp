// SPDX-License-Identifier: MIT
// Searching in notes: the last part of InteractionService.
#include "core/services/interaction/interaction_service.h"

#include "core/services/person/person_hit.h"
#include "core/services/session/leased_job.h"
#include "core/store/note_index.h"
#include "core/store/note_search.h"
#include "core/store/person_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int mostReasonsOfWord = 24;
constexpr qsizetype shortestReasonWord = 3;
constexpr qsizetype longestQuery = 1000;
// What a search takes in itself before it answers: about 20 ms of work.
constexpr int mostSteps = 4;

// The words of `query`; white space splits them, and everything else is text. The last is half typed until a space
// follows it.
std::vector<store::NoteWord> wordsOf(const QString &query, const domain::ServiceCatalogue &catalogue)
{
    const QString asked = query.left(longestQuery);
    const QStringList texts = asked.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<store::NoteWord> words;
    for (const QString &text : texts) {
        store::NoteWord word;
        word.text = text;
        if (text.size() >= shortestReasonWord) {
            for (const domain::Service &service : catalogue.search(text, mostReasonsOfWord))
                word.reasons.push_back(service.code);
        }
        words.push_back(std::move(word));
    }
    if (!words.empty())
        words.back().isPrefix = !asked.back().isSpace();
    return words;
}

Result<qint64> takeInMissing(store::Connection &connection)
{
    const store::NoteIndex index(connection);
    auto behind = index.behind();
    for (int step = 0; behind && *behind > 0 && step < mostSteps; ++step) {
        if (const auto stepped = index.step(); !stepped)
            return fail(stepped);
        behind = index.behind();
    }
    return behind;
}

} // namespace

// A job of the writer: what was logged a moment ago is taken in first, and found. Where nothing is missing it writes
// nothing.
QFuture<Result<NotesFound>> InteractionService::findNotes(const QString &query, int limit) const
{
    const auto find = [query, limit](const Job &job, const Result<qint64> &missing) -> Result<NotesFound> {
        if (!missing)
            return fail(missing);
        auto matches = store::NoteSearch(job.connection()).search(wordsOf(query, job.desk().policy().catalogue), limit);
        if (!matches)
            return fail(matches);

        NotesFound found;
        found.missing = *missing;
        const store::PersonRepository people(job.connection());
        for (store::NoteMatch &match : *matches) {
            NoteHit hit{std::move(match), {}};
            if (hit.match.person) {
                const auto person = people.find(*hit.match.person);
                if (!person && person.error().code != ErrorCode::InvalidInput)
                    return fail(person);
                if (person && *person)
                    hit.name = hitOf(**person, 0, {}).name;
            }
            found.hits.push_back(std::move(hit));
        }
        return found;
    };
    if (!m_desk.store().hasRoom()) // then nothing more can be taken in, and what was is found
        return leasedRead(m_desk,
                          [find](const Job &job) { return find(job, store::NoteIndex(job.connection()).behind()); });
    return leasedWrite(m_desk, [find](const Job &job) { return find(job, takeInMissing(job.connection())); });
}

} // namespace reeve::services
