// SPDX-License-Identifier: MIT
#ifdef REEVE_BENCH_XAPIAN
#include <xapian.h> // before anything of Qt, or it refuses
#endif

#include "tests/bench/search/peers/peer.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

#ifdef REEVE_BENCH_XAPIAN

namespace {

constexpr unsigned mostEdits = 2;
constexpr Xapian::termcount mostExpanded = 100;

class XapianPeer final : public Peer
{
public:
    explicit XapianPeer(const QString &folder)
        : m_database((folder + u"/xapian"_s).toStdString(), Xapian::DB_CREATE_OR_OVERWRITE)
    {
        m_indexer.set_database(m_database);
    }

    [[nodiscard]] QString title() const override { return u"Xapian, any word, spelling corrected, BM25"_s; }

    void add(const PeerRow &row) override
    {
        Xapian::Document document;
        m_indexer.set_document(document);
        m_indexer.set_flags(Xapian::TermGenerator::FLAG_SPELLING);
        m_indexer.index_text(row.names.toStdString());
        m_indexer.set_flags(Xapian::TermGenerator::flags(0)); // nobody corrects a postcode
        m_indexer.index_text((row.codes + u' ' + row.address).toStdString());
        m_database.replace_document(static_cast<Xapian::docid>(row.number), document);
    }

    void finish() override { m_database.commit(); }

    [[nodiscard]] std::vector<qint64> find(const QStringList &words) override
    {
        std::vector<Xapian::Query> each;
        for (const QString &word : words)
            each.push_back(queryFor(word, word == words.last()));
        Xapian::Enquire enquire(m_database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, each.begin(), each.end()));
        std::vector<qint64> found;
        const Xapian::MSet matches = enquire.get_mset(0, 10);
        for (auto match = matches.begin(); match != matches.end(); ++match)
            found.push_back(*match);
        return found;
    }

private:
    [[nodiscard]] Xapian::Query queryFor(const QString &word, bool isLast) const
    {
        const std::string term = word.toStdString();
        std::vector<Xapian::Query> either = {Xapian::Query(term)};
        if (!word.contains(QChar(u'0')) && word.front().isLetter() && word.back().isLetter()) {
            if (const std::string suggested = m_database.get_spelling_suggestion(term, mostEdits); !suggested.empty())
                either.emplace_back(suggested);
        }
        if (isLast || word.size() < 4) {
            either.emplace_back(Xapian::Query::OP_WILDCARD, term, mostExpanded,
                                Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT, Xapian::Query::OP_SYNONYM);
        }
        return {Xapian::Query::OP_SYNONYM, either.begin(), either.end()};
    }

    Xapian::WritableDatabase m_database;
    Xapian::TermGenerator m_indexer;
};

} // namespace

std::unique_ptr<Peer> makeXapianPeer(const QString &folder)
{
    return std::make_unique<XapianPeer>(folder);
}

#else

std::unique_ptr<Peer> makeXapianPeer(const QString & /*folder*/)
{
    return nullptr;
}

#endif

} // namespace reeve::bench
