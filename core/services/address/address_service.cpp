// SPDX-License-Identifier: MIT
#include "core/services/address/address_service.h"

#include "core/matching/normalise.h"
#include "core/services/address/address_question.h"
#include "core/services/address/known_street_words.h"
#include "core/store/gazetteer_repository.h"
#include "core/store/store.h"

#include <QCollator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int rowsLookedAt = 400; // enough for a long street; a longer list would not be read
constexpr int approved = 1;       // logical status, BS 7666
constexpr int provisional = 6;
constexpr int historical = 8;

// How well an address says what was typed: "12 high" means no. 12 before no. 120, and "high street 1" no. 10 before a
// no. 2 whose postcode goes on with a 1.
int closeness(const std::vector<store::GazetteerWording> &question, const store::GazetteerEntry &entry)
{
    const QStringList own = matching::fold(entry.text).split(u' ');
    const QStringList postcode = matching::fold(entry.postcode).split(u' ');
    const QString uprn = QString::number(entry.uprn);
    const auto isWhole = [&](const QString &word) {
        return own.contains(word) || postcode.contains(word) || word == uprn;
    };
    const auto isBegun = [&own](const QString &word) {
        return std::any_of(own.begin(), own.end(), [&word](const QString &its) { return its.startsWith(word); });
    };
    int close = 0;
    for (const store::GazetteerWording &wording : question) {
        const auto any = [&wording](const auto &isSaid) {
            return std::any_of(wording.begin(), wording.end(), [&isSaid](const QStringList &words) {
                return std::all_of(words.begin(), words.end(), isSaid);
            });
        };
        if (any(isWhole))
            close += 2;
        else if (any(isBegun))
            close += 1;
    }
    return close;
}

// Who finds nothing may have slipped: then words that are spelled nearly so are looked for as well.
Result<std::vector<store::GazetteerEntry>> entriesFor(const store::GazetteerRepository &gazetteer,
                                                      KnownStreetWords &streetWords,
                                                      std::vector<store::GazetteerWording> &question)
{
    auto entries = gazetteer.search(question, rowsLookedAt);
    if (!entries || !entries->empty())
        return entries;
    const auto known = streetWords.of(gazetteer);
    if (!known)
        return fail(known);
    auto more = forgiving(question, **known);
    if (more == question)
        return entries;
    question = std::move(more);
    return gazetteer.search(question, rowsLookedAt);
}

// "14 High Street, …" -> "High Street, … 14": neighbours stand together.
QString streetFirst(const QString &text)
{
    const qsizetype end = std::max<qsizetype>(text.lastIndexOf(u", "_s), 0);
    for (qsizetype at = 0; at < end;) {
        if (text[at].isDigit()) {
            const qsizetype space = text.indexOf(u' ', at);
            if (space > at)
                return text.mid(space + 1) + u' ' + text.left(space);
        }
        const qsizetype comma = text.indexOf(u", "_s, at);
        if (comma < 0)
            break;
        at = comma + 2;
    }
    return text;
}

// With the same in another language, of all the ways of writing that property.
AddressHit hitOf(const store::GazetteerEntry &entry, const std::vector<store::GazetteerEntry> &ofProperty)
{
    AddressHit hit{entry.uprn, entry.text, entry.postcode, {}, entry.status == historical, entry.status == provisional};
    for (const store::GazetteerEntry &other : ofProperty) {
        if (other.language != entry.language && other.status == approved && hit.textOtherTongue.isEmpty())
            hit.textOtherTongue = other.text;
    }
    return hit;
}

} // namespace

AddressService::AddressService(Desk &desk) : m_desk(desk), m_words(std::make_shared<KnownStreetWords>()) {}

QFuture<Result<std::vector<AddressHit>>> AddressService::find(const QString &typed, int limit) const
{
    const QString folded = matching::fold(typed);
    return m_desk.store().read(
        [folded, limit, words = m_words](store::Connection &connection) -> Result<std::vector<AddressHit>> {
            if (QString(folded).remove(u' ').size() < 2)
                return std::vector<AddressHit>();
            auto question = addressQuestion(folded);
            const store::GazetteerRepository gazetteer(connection);
            auto entries = entriesFor(gazetteer, *words, question);
            if (!entries)
                return fail(entries);

            QCollator order(QLocale(QLocale::English, QLocale::UnitedKingdom)); // the C locale knows no numeric mode
            order.setNumericMode(true);
            struct Ranked
            {
                int close;
                QString place;
                store::GazetteerEntry entry;
            };
            std::vector<Ranked> ranked;
            ranked.reserve(entries->size());
            for (store::GazetteerEntry &entry : *entries)
                ranked.push_back({closeness(question, entry), streetFirst(entry.text), std::move(entry)});
            std::stable_sort(ranked.begin(), ranked.end(), [&order](const Ranked &left, const Ranked &right) {
                if (left.close != right.close)
                    return left.close > right.close;
                if (left.entry.status != right.entry.status)
                    return left.entry.status < right.entry.status;
                // What was asked for in no language of its own (a postcode) is answered in English.
                const bool isEnglish = left.entry.language == u"ENG"_s;
                if (isEnglish != (right.entry.language == u"ENG"_s))
                    return isEnglish;
                return order.compare(left.place, right.place) < 0;
            });
            std::vector<AddressHit> hits;
            for (const Ranked &one : ranked) {
                const bool isKnown = std::any_of(hits.begin(), hits.end(),
                                                 [&one](const AddressHit &hit) { return hit.uprn == one.entry.uprn; });
                if (isKnown)
                    continue;
                if (hits.size() == static_cast<std::size_t>(limit))
                    break;
                const auto all = gazetteer.ofProperty(one.entry.uprn);
                if (!all)
                    return fail(all);
                hits.push_back(hitOf(one.entry, *all));
            }
            return hits;
        });
}

QFuture<Result<std::optional<AddressHit>>> AddressService::ofProperty(qint64 uprn) const
{
    return m_desk.store().read([uprn](store::Connection &connection) -> Result<std::optional<AddressHit>> {
        const auto entries = store::GazetteerRepository(connection).ofProperty(uprn);
        if (!entries)
            return fail(entries);
        if (entries->empty())
            return std::nullopt;
        return hitOf(entries->front(), *entries);
    });
}

QFuture<Result<AddressService::Loaded>> AddressService::loaded() const
{
    return m_desk.store().read([](store::Connection &connection) -> Result<Loaded> {
        const store::GazetteerRepository gazetteer(connection);
        const auto state = gazetteer.state();
        if (!state)
            return fail(state);
        if (!state->loadedAt)
            return Loaded();
        const auto count = gazetteer.count();
        if (!count)
            return fail(count);
        return Loaded{count->addresses, count->properties, state->processedAt};
    });
}

} // namespace reeve::services
