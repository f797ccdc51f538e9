// SPDX-License-Identifier: MIT
#include "core/store/gazetteer_repository.h"

#include "core/domain/postcode.h"
#include "core/matching/normalise.h"
#include "core/store/row_values.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

GazetteerEntry readEntry(const Statement &row)
{
    return {row.integer(0), row.text(1), row.text(2), row.text(3), static_cast<int>(row.integer(4))};
}

// What an address is found by: its postcode in two words and in one, however it is written there, and also where it is
// one that the Royal Mail does not have (ZZ99 …).
QString wordsOf(const QString &text, const QString &postcode, qint64 uprn)
{
    constexpr qsizetype inward = 3;
    const QString compact = matching::fold(postcode).remove(u' ');
    QStringList words{matching::fold(text), compact, QString::number(uprn)};
    if (compact.size() > inward)
        words << compact.chopped(inward) << compact.last(inward);
    return words.join(u' ');
}

// An address and its text anew.
struct Composed
{
    qint64 number = 0;
    QString text;
    QString postcode;
    QString words;
};

Composed readComposed(const Statement &row)
{
    domain::GazetteerAddress address;
    address.unit = row.text(1);
    address.building = row.text(2);
    address.houseNumber = row.text(3);
    const QString own = row.text(4);
    const QString told = own.isEmpty() ? row.text(9) : own;
    const auto postcode = domain::Postcode::parse(told);
    const domain::GazetteerStreet street{0, {}, row.text(6), row.text(7), row.text(8)};

    Composed one;
    one.number = row.integer(0);
    one.text = domain::composeAddress(address, street, row.text(10));
    one.postcode = postcode ? postcode->toString() : told;
    one.words = wordsOf(one.text, one.postcode, row.integer(5));
    return one;
}

// In the language of FTS5: (("14" AND "a") OR ("14a")). With `isOpen` the last words may go on.
QString matchOf(const GazetteerWording &wording, bool isOpen)
{
    QStringList ways;
    for (const QStringList &words : wording) {
        QStringList way;
        for (const QString &word : words)
            way << u'"' + QString(word).remove(u'"') + u'"';
        ways << u'(' + way.join(u" AND "_s) + (isOpen ? u"*)"_s : u")"_s);
    }
    return u'(' + ways.join(u" OR "_s) + u')';
}

Result<> runNumbered(Connection &connection, QStringView query, qint64 number)
{
    auto statement = connection.prepare(query);
    if (!statement)
        return fail(statement);
    statement->bind(u":number", number);
    return runOnly(*statement);
}

} // namespace

Result<GazetteerState> GazetteerRepository::state() const
{
    auto statement = m_connection.prepare(u"gazetteer_state");
    if (!statement)
        return fail(statement);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return fail(ErrorCode::Internal, u"no row in gazetteer"_s);
    return GazetteerState{statement->integer(0), readInstant(*statement, 1), static_cast<int>(statement->integer(2)),
                          readInstant(*statement, 3)};
}

Result<> GazetteerRepository::setState(const GazetteerState &state) const
{
    auto statement = m_connection.prepare(u"gazetteer_set_state");
    if (!statement)
        return fail(statement);
    statement->bind(u":generation", state.generation);
    bindInstant(*statement, u":processed_at", state.processedAt);
    statement->bind(u":volume", qint64(state.volume));
    bindInstant(*statement, u":loaded_at", state.loadedAt);
    return runOnly(*statement);
}

Result<int> GazetteerRepository::compose(qint64 generation, int atMost) const
{
    Result<std::vector<Composed>> composed = std::vector<Composed>();
    {
        auto rows = m_connection.prepare(u"gazetteer_to_compose");
        if (!rows)
            return fail(rows);
        rows->bind(u":generation", generation);
        rows->bind(u":limit", qint64(atMost));
        composed = readAll(*rows, readComposed);
    }
    if (!composed)
        return fail(composed);
    for (const Composed &one : *composed) {
        if (const Result<> done = runNumbered(m_connection, u"gazetteer_search_remove", one.number); !done)
            return fail(done);
        auto statement = m_connection.prepare(u"gazetteer_set_text");
        if (!statement)
            return fail(statement);
        statement->bind(u":number", one.number);
        statement->bind(u":text", one.text);
        statement->bind(u":postcode", one.postcode);
        statement->bind(u":words", one.words);
        if (const Result<> done = runOnly(*statement); !done)
            return fail(done);
        if (const Result<> done = runNumbered(m_connection, u"gazetteer_search_add", one.number); !done)
            return fail(done);
    }
    return static_cast<int>(composed->size());
}

Result<qint64> GazetteerRepository::removeOthers(qint64 keep, int atMost) const
{
    const auto remove = [this, keep, atMost](QStringView query, bool isLimited) -> Result<qint64> {
        auto statement = m_connection.prepare(query);
        if (!statement)
            return fail(statement);
        statement->bind(u":keep", keep);
        if (isLimited)
            statement->bind(u":limit", qint64(atMost));
        return statement->run();
    };
    if (const Result<qint64> done = remove(u"gazetteer_search_remove_old", true); !done)
        return done;
    const Result<qint64> removed = remove(u"gazetteer_remove_old_addresses", true);
    if (!removed || *removed == atMost)
        return removed;
    for (const QStringView rest :
         {QStringView(u"gazetteer_remove_old_streets"), QStringView(u"gazetteer_remove_old_properties")}) {
        if (const Result<qint64> done = remove(rest, false); !done)
            return done;
    }
    return removed;
}

Result<std::vector<GazetteerEntry>> GazetteerRepository::search(const std::vector<GazetteerWording> &question,
                                                                int atMost) const
{
    QStringList match;
    for (const GazetteerWording &wording : question)
        match << matchOf(wording, &wording == &question.back());
    if (match.isEmpty())
        return std::vector<GazetteerEntry>();
    auto statement = m_connection.prepare(u"gazetteer_search");
    if (!statement)
        return fail(statement);
    statement->bind(u":match", match.join(u" AND "_s));
    statement->bind(u":limit", qint64(atMost));
    return readAll(*statement, readEntry);
}

Result<QStringList> GazetteerRepository::streetWords() const
{
    auto statement = m_connection.prepare(u"gazetteer_street_names");
    if (!statement)
        return fail(statement);
    const auto names = readAll(*statement, [](const Statement &row) { return row.text(0); });
    if (!names)
        return fail(names);
    QSet<QString> words;
    for (const QString &name : *names) {
        for (const QString &word : matching::fold(name).split(u' ', Qt::SkipEmptyParts))
            words.insert(word);
    }
    QStringList sorted(words.cbegin(), words.cend());
    sorted.sort();
    return sorted;
}

Result<std::vector<GazetteerEntry>> GazetteerRepository::ofProperty(qint64 uprn) const
{
    auto statement = m_connection.prepare(u"gazetteer_of_property");
    if (!statement)
        return fail(statement);
    statement->bind(u":uprn", uprn);
    return readAll(*statement, readEntry);
}

Result<GazetteerRepository::Count> GazetteerRepository::count() const
{
    auto statement = m_connection.prepare(u"gazetteer_count");
    if (!statement)
        return fail(statement);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    return Count{statement->integer(0), statement->integer(1)};
}

} // namespace reeve::store
